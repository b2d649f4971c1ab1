package org.openedx.devdata.keep.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.FileFailure;

/** The folder that an export writes to. Immutable. */
public record ExportFolder(Path path) {

  /** Name of the top-level spec. */
  public static final String TOP = "top.yaml";

  /** First line of each file. */
  static final String HEAD = "# Written by devdata export.";

  /**
   * Names of files that are there and that an export of services would replace.
   *
   * @param services names of the services
   */
  public List<String> existing(List<String> services) {
    List<String> found = new ArrayList<>();
    Stream.concat(Stream.of(TOP), services.stream().map(ida -> ida + ".yaml"))
        .filter(name -> Files.exists(path.resolve(name)))
        .forEach(found::add);
    return found;
  }

  /**
   * Removes the top-level spec, and files of an earlier export of the same services that would be
   * left beside fewer new ones.
   */
  void removeFormer(List<ExportResult> results) throws IOException {
    Files.deleteIfExists(path.resolve(TOP));
    for (ExportResult result : results) {
      int number = 1;
      while (isExport(path.resolve(SpecFiles.name(result.ida(), number)))) {
        Files.delete(path.resolve(SpecFiles.name(result.ida(), number)));
        number++;
      }
    }
  }

  private static boolean isExport(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return HEAD.equals(text.readLine());
    }
  }

  /**
   * Writes the top-level spec that lists all files of an export.
   *
   * @param beside a folder of the same file system, where it is written
   */
  void writeTop(List<ExportResult> results, Path beside) {
    StringBuilder text = new StringBuilder(HEAD + "\n");
    for (ExportResult result : results) {
      for (String file : result.files()) {
        text.append("- ida: ").append(result.ida()).append('\n');
        text.append("  path: ").append(file).append('\n');
      }
    }
    try {
      Path part = beside.resolve(TOP);
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, path.resolve(TOP), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(FileFailure.at(path.resolve(TOP), e));
    }
  }
}
