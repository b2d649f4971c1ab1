package org.openedx.devdata.spec.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Reads the bytes of spec files. Immutable, apart from standard input itself. */
public final class SpecSources {

  /** More neighbours than these are not looked at for a suggestion. */
  private static final int NEIGHBOURS = 2000;

  private final InputStream standardInput;
  private final Duration patience;

  /**
   * @param standardInput what {@code -} stands for
   * @param patience how long an http server may take for the whole of a file
   */
  public SpecSources(InputStream standardInput, Duration patience) {
    this.standardInput = standardInput;
    this.patience = patience;
  }

  byte[] read(SpecLocation location, int maxBytes) throws SourceException {
    byte[] bytes;
    if (location instanceof SpecLocation.LocalFile file) {
      bytes = file(file.path(), maxBytes);
    } else if (location instanceof SpecLocation.Web web) {
      bytes = new HttpSource(patience).read(web, maxBytes);
    } else {
      bytes = standardInput(maxBytes);
    }
    if (bytes.length > maxBytes) {
      throw new SourceException(YamlReader.tooLargeMessage(maxBytes));
    }
    return bytes;
  }

  private byte[] standardInput(int maxBytes) throws SourceException {
    try {
      return standardInput.readNBytes(maxBytes + 1);
    } catch (IOException e) {
      throw new SourceException("standard input cannot be read: " + IoReason.of(e), e);
    }
  }

  private static byte[] file(Path path, int maxBytes) throws SourceException {
    if (Files.isDirectory(path)) {
      throw new SourceException(path + " is a folder; name a spec file in it");
    }
    try (InputStream input = InputFile.open(path)) {
      return input.readNBytes(maxBytes + 1);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(path)) {
        throw new SourceException(path + " is a link to a file that is not there", e);
      }
      throw new SourceException("there is no file " + path + neighbour(path), e);
    } catch (AccessDeniedException e) {
      throw new SourceException(path + " may not be read; check its permissions", e);
    } catch (IOException e) {
      throw new SourceException(
          Shown.cut(path.toString()) + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static String neighbour(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || path.getFileName() == null) {
      return "";
    }
    if (!Files.isDirectory(folder)) {
      return "; there is no folder " + (path.getParent() == null ? folder : path.getParent());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.limit(NEIGHBOURS).map(file -> file.getFileName().toString()).sorted().toList();
      return DidYouMean.hint(path.getFileName().toString(), names, "; check the path");
    } catch (IOException e) {
      return "; check the path";
    }
  }
}
