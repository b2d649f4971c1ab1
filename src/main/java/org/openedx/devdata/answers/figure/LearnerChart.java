package org.openedx.devdata.answers.figure;

import org.openedx.devdata.answers.life.Life;

/** Table with rows of its own for each learner of a run. Implementations are stateless. */
public non-sealed interface LearnerChart extends Chart {

  /** Writes the rows of a life. */
  void write(Life life, Rows rows);
}
