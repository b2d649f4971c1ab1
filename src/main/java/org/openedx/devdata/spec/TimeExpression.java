package org.openedx.devdata.spec;

import java.time.Instant;

/**
 * A moment as a spec writes it: absolute ({@code 2026-03-29T01:30:00.123456Z}) or relative to the
 * run clock ({@code now - 3d}). Immutable.
 */
public interface TimeExpression {

  /** The moment, to the microsecond, given the run clock. */
  Instant at(Instant now);

  /**
   * Whether the moment depends on the run clock; such a value is not compared with the database.
   */
  boolean relative();
}
