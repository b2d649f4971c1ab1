package org.openedx.devdata.generate.config;

import java.io.IOException;
import java.nio.file.Path;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.world.dump.DumpTable;

/** The things that a back end may ask for; nothing is opened that it does not ask for. */
public interface Opening {

  GenerationConfig config();

  /** The folder that relative paths start from. */
  Path folder();

  /** The place of the configuration's files. */
  FileStore files() throws IOException;

  FileStore standardOutput();

  /**
   * Batches to the server that takes a table's rows. What it does not take is kept.
   *
   * @param statements of a batch
   */
  Sink batches(DumpTable table, int statements);

  /** A sink whose statements wait until what they refer to is looked up again by the site. */
  Sink inOrder(Sink sink);
}
