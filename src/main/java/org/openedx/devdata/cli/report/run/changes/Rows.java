package org.openedx.devdata.cli.report.run.changes;

import java.util.function.Consumer;
import org.openedx.devdata.plan.RowChange;

/** Keeps what happened to the rows of one table, in order, until it is written out. */
public interface Rows extends AutoCloseable {

  void add(RowChange change);

  /** Hands over all that was kept, in order. */
  void forEach(Consumer<RowChange> consumer);

  @Override
  void close();
}
