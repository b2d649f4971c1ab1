package org.openedx.devdata.generate.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.world.dump.ExportOptions;

/**
 * Folder where a run keeps what it knows of itself: a checkpoint while it lasts, a manifest at its
 * end, and what could not be delivered; for each slice its own. Immutable.
 *
 * @param path the folder
 * @param slice the slice that the run makes
 */
public record RunFolder(Path path, Slice slice) {

  private static final Pattern CHECKPOINT = Pattern.compile("checkpoint(|-\\d+of\\d+)\\.json");
  private static final Pattern MANIFEST = Pattern.compile("manifest(|-\\d+of\\d+)\\.json");

  /** The file of what is left to do of a run that is not complete. */
  public Path checkpoint() {
    return path.resolve("checkpoint" + slice.mark() + ".json");
  }

  /** The file of what the run has made. */
  public Path manifest() {
    return path.resolve(manifestName());
  }

  /** Batches that could not be delivered. */
  public Path failed() {
    return path.resolve("failed" + slice.mark());
  }

  /** Held by a run while it lasts. */
  Path lock() {
    return path.resolve(".devdata-load" + slice.mark() + ".lock");
  }

  /** The manifest's name, also beside files in an object store. */
  public String manifestName() {
    return "manifest" + slice.mark() + ".json";
  }

  /** The slice whose checkpoint a file is, by its name; nothing when it is none. */
  public static Optional<Slice> checkpointOf(String name) {
    return slice(CHECKPOINT, name);
  }

  /** The slice whose manifest a file is, by its name; nothing when it is none. */
  public static Optional<Slice> manifestOf(String name) {
    return slice(MANIFEST, name);
  }

  private static Optional<Slice> slice(Pattern form, String name) {
    Matcher matcher = form.matcher(name);
    return matcher.matches() ? Slice.marked(matcher.group(1)) : Optional.empty();
  }

  /** The run clock of the run that is not complete; nothing when there is none. */
  public Optional<Instant> clock() throws IOException {
    return CheckpointFile.clock(checkpoint());
  }

  /** Content of the exports of the run that is not complete; nothing when there is none. */
  public Optional<ExportOptions> exports() throws IOException {
    return CheckpointFile.exports(checkpoint());
  }
}
