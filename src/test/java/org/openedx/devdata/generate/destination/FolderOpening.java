package org.openedx.devdata.generate.destination;

import java.nio.file.Path;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/** An opening whose files are in a folder; what servers would get is not written. */
public record FolderOpening(GenerationConfig config, Path folder, FileStore files)
    implements Opening {

  public FolderOpening(GenerationConfig config, Path folder) {
    this(config, folder, new FolderStore(folder));
  }

  @Override
  public FileStore standardOutput() {
    return new FolderStore(folder);
  }

  @Override
  public Sink batches(DumpTable table, int statements) {
    return new DiscardSink();
  }

  @Override
  public Sink inOrder(Sink sink) {
    return sink;
  }
}
