package org.openedx.devdata.sink;

import java.io.IOException;
import org.openedx.devdata.world.dump.DumpTable;

/** A destination of rows. Thread-safe; each thread delivers through a worker of its own. */
public interface Sink extends AutoCloseable {

  /** Description for people, such as {@code csv in out/ (gzip by devdata, level 1)}. */
  String description();

  /** About how many statements a block should have. */
  int statementsOfABlock();

  /**
   * Begins a table.
   *
   * @param first number of the first block that will come; more than the first of the run when it
   *     resumes from {@code position}
   * @param position what the last receipt before it said, or 0
   */
  void open(DumpTable table, int first, long position) throws IOException;

  /** A worker for one thread. */
  SinkWorker worker(Receipts receipts);

  /** Ends a table when all its blocks have been delivered or have failed: all receipts are out. */
  void complete(DumpTable table) throws IOException, InterruptedException;

  /** Keeps the description of the run beside the rows, where that is a place for files. */
  default void keep(String name, byte[] content) throws IOException {
    // Most sinks have no place for it.
  }

  @Override
  void close() throws IOException;
}
