package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.MomentText;

/**
 * The parts of a statement that change, as they stand between dollar signs in a {@link Skeletons}.
 */
enum Slot {
  ID(36),
  TIME(MomentText.LONGEST),
  ACCOUNT(36),
  SESSION(32),
  COURSE_URL,
  COURSE_NAME,
  COURSE_ACTIVITY,
  COURSE_KEY,
  USAGE,
  BLOCK(32),
  POST(24),
  THREAD(24),
  REFERENCE(36),
  CODE(36),
  TEXT,
  PARENT_TEXT,
  OTHER_TEXT,
  KIND,
  NUMBER,
  OTHER_NUMBER,
  TOTAL,
  ATTEMPT,
  RAW,
  MAX,
  SCALED,
  SUCCESS,
  PROGRESS,
  POSITION,
  OTHER_POSITION,
  LENGTH,
  PERIOD,
  SPEED_FROM,
  SPEED_TO,
  STARTED(MomentText.LONGEST),
  FINISHED(MomentText.LONGEST),
  TAKEN;

  private final int width;

  Slot() {
    this(0);
  }

  Slot(int width) {
    this.width = width;
  }

  /** How many bytes its content nearly always has; 0 when that varies. */
  int width() {
    return width;
  }
}
