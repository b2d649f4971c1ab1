package org.openedx.devdata.generate.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.sink.delivery.Batch;

/** The checkpoints of all slices of a run. Thread-safe within one process. */
public final class Checkpoints {

  private final Path folder;

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Records in the checkpoint of a batch's run that the batch has arrived; nothing happens when the
   * run is over, or has recorded it already.
   */
  public synchronized void arrived(Batch batch, long bytes) throws IOException {
    for (Path file : files()) {
      CheckpointFile.arrived(file, batch, bytes);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> RunFolder.checkpointOf(file.getFileName().toString()).isPresent())
          .sorted()
          .toList();
    }
  }
}
