package org.openedx.devdata.sink;

import java.io.IOException;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements go one way, all other rows another. Thread-safe. */
public final class SplitSink implements Sink {

  private final Sink statements;
  private final Sink others;

  /** Both are closed with this. */
  public SplitSink(Sink statements, Sink others) {
    this.statements = statements;
    this.others = others;
  }

  private Sink of(DumpTable table) {
    return table.holdsStatements() ? statements : others;
  }

  @Override
  public String description() {
    return "statements to %s, the rest to %s"
        .formatted(statements.description(), others.description());
  }

  @Override
  public int statementsOfABlock() {
    return statements.statementsOfABlock();
  }

  @Override
  public void open(DumpTable table, int first, long position) throws IOException {
    of(table).open(table, first, position);
  }

  @Override
  public SinkWorker worker(Receipts receipts) {
    SinkWorker ofStatements = statements.worker(receipts);
    SinkWorker ofOthers = others.worker(receipts);
    return new SinkWorker() {
      @Override
      public void deliver(Block block) throws IOException, InterruptedException {
        (block.table().holdsStatements() ? ofStatements : ofOthers).deliver(block);
      }

      @Override
      public void close() {
        ofStatements.close();
        ofOthers.close();
      }
    };
  }

  @Override
  public void complete(DumpTable table) throws IOException, InterruptedException {
    of(table).complete(table);
  }

  @Override
  public void keep(String name, byte[] content) throws IOException {
    statements.keep(name, content);
  }

  @Override
  public void close() throws IOException {
    try {
      statements.close();
    } finally {
      others.close();
    }
  }
}
