package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.bytes.XxHash64;

/**
 * Marks of restores that have begun and not ended, one file for each store, beside the snapshots of
 * the working folder. Immutable.
 *
 * @param folder that holds them
 */
public record RestoreMarks(Path folder) {

  /**
   * A restore that has begun.
   *
   * @param snapshot path of the snapshot
   * @param store the store, as people know it
   * @param begun when, in UTC
   */
  public record Mark(String snapshot, String store, String begun) {}

  /** The mark of an earlier restore into a store that has not ended. */
  public Optional<Mark> find(String store) throws IOException {
    Path file = file(store);
    return Files.exists(file)
        ? Optional.of(ManifestJson.read(Files.readAllBytes(file), Mark.class))
        : Optional.empty();
  }

  /** Marks a store; the mark of an earlier restore is replaced. */
  public void set(Mark mark) throws IOException {
    Files.createDirectories(folder);
    Path file = file(mark.store());
    try {
      Files.write(file, ManifestJson.bytes(mark));
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
  }

  public void clear(String store) throws IOException {
    Files.deleteIfExists(file(store));
  }

  private Path file(String store) {
    byte[] name = store.getBytes(StandardCharsets.UTF_8);
    return folder.resolve(
        ".restoring-" + Long.toHexString(XxHash64.of(name, 0, name.length)) + ".json");
  }
}
