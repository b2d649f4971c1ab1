package org.openedx.devdata.sink;

import java.io.IOException;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Has something done between the rows that statements refer to and the statements. Thread-safe.
 *
 * @param sink takes all rows; closed with this
 * @param beforeStatements called once, when all other rows have been delivered
 */
public record OrderedSink(Sink sink, Runnable beforeStatements) implements Sink {

  @Override
  public String description() {
    return sink.description();
  }

  @Override
  public int statementsOfABlock() {
    return sink.statementsOfABlock();
  }

  @Override
  public void open(DumpTable table, int first, long position) throws IOException {
    if (table.holdsStatements()) {
      beforeStatements.run();
    }
    sink.open(table, first, position);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    return sink.worker(receipts);
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    sink.complete(table);
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    sink.keep(name, content);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
