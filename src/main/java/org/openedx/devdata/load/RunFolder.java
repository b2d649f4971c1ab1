package org.openedx.devdata.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a run keeps what it knows of itself: a checkpoint while it lasts and a manifest at its end,
 * for each slice its own. Immutable.
 *
 * @param path the folder
 * @param slice the slice that the run makes
 */
public record RunFolder(Path path, Slice slice) {

  /** What is left to do of a run that is not complete. */
  Path checkpoint() {
    return path.resolve("checkpoint" + slice.mark() + ".json");
  }

  /** What the run has made. */
  public Path manifest() {
    return path.resolve(manifestName());
  }

  /** Its name, also beside files in an object store. */
  String manifestName() {
    return "manifest" + slice.mark() + ".json";
  }

  /** The run clock of the run that is not complete; nothing when there is none. */
  public Optional<Instant> clock() throws IOException {
    return CheckpointFile.clock(checkpoint());
  }
}
