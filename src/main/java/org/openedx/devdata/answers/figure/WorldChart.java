package org.openedx.devdata.answers.figure;

import org.openedx.devdata.answers.life.Life;

/**
 * Chart over all course runs: by time, figures, and how many learners or runs there were.
 * Implementations are stateless.
 */
public non-sealed interface WorldChart extends Chart {

  /** Counts a life; each key has one sum. */
  void count(Life life, Cells cells, Presence present);

  /** Writes all rows. */
  void write(Cells cells, Presence present, Rows rows);
}
