package org.openedx.devdata.answers.figure;

import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;

/**
 * Chart of a course run: figures that are sums over its learners. Implementations are stateless, so
 * that the lives of a run may be counted in parts and by several threads.
 */
public non-sealed interface RunChart extends Chart {

  /** Number of sums of each key. */
  default int sums() {
    return table().figures().size();
  }

  /** Counts a life. */
  void count(Life life, Cells cells);

  /** Writes the row of a key; not asked for when {@link #write} does something else. */
  default void row(RunFacts run, long key, long[] figures, Rows rows) {
    throw new IllegalStateException(table().name() + " has no row of one key");
  }

  /** Writes the rows of a run of which all lives are counted. */
  default void write(RunFacts run, Cells cells, Rows rows) {
    cells.read((key, figures) -> row(run, key, figures, rows));
  }
}
