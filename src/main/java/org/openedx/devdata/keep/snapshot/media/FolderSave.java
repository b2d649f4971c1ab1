package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.keep.snapshot.PackedFile;

/**
 * The saving of a folder: the content of its files, one behind the other, in packs. For one use.
 */
final class FolderSave {

  /** Bytes after which a pack is full. */
  private static final long PACK = 64L << 20;

  private final Path source;
  private final Path target;
  private final LongConsumer done;
  private final List<SavedFile> saved = new ArrayList<>();
  private final List<String> changing = new ArrayList<>();
  private int packs;
  private long filled;
  private OutputStream disk;
  private OutputStream out;

  /**
   * @param target where packs go
   * @param done receives numbers of files as they are read
   */
  FolderSave(Path source, Path target, LongConsumer done) {
    this.source = source;
    this.target = target;
    this.done = done;
  }

  /** Saves files; those that have gone meanwhile are left out. */
  SavedFolder save(FolderScan scan, List<String> paths) throws IOException {
    try {
      for (String path : paths) {
        save(path, scan.files().get(path));
        done.accept(1);
      }
      return new SavedFolder(saved);
    } finally {
      end();
    }
  }

  /** Files that were written while they were read. */
  List<String> changing() {
    return changing;
  }

  private void save(String path, BasicFileAttributes attributes) throws IOException {
    Path file = source.resolve(path);
    if (attributes.isSymbolicLink()) {
      String link = Files.readSymbolicLink(file).toString();
      saved.add(new SavedFile(path, 0, "", link, 0));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      FileTraits traits = FileTraits.of(file);
      if (out == null || filled > PACK) {
        begin();
      }
      ContentSum.Copied copied = ContentSum.copy(in, Long.MAX_VALUE, new Named());
      filled += copied.size();
      if (copied.size() != attributes.size() || copied.size() != Files.size(file)) {
        changing.add(path);
      }
      saved.add(new SavedFile(path, copied.size(), copied.checksum(), "", packs, traits));
    } catch (NoSuchFileException gone) {
      changing.add(path);
    }
  }

  private Path pack() {
    return target.resolve(SavedFolder.pack(packs));
  }

  private void begin() throws IOException {
    end();
    packs++;
    filled = 0;
    disk = Files.newOutputStream(pack());
    out = PackedFile.packing(disk);
  }

  private void end() throws IOException {
    if (disk != null) {
      OutputStream open = disk;
      disk = null;
      try (open) {
        out.close();
      } catch (IOException e) {
        throw FileFailure.at(pack(), e);
      }
    }
  }

  /** The pack, whose failures name it. */
  private final class Named extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw FileFailure.at(pack(), e);
      }
    }
  }
}
