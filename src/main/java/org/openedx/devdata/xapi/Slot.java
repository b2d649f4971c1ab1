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
  RAW(0, 1),
  MAX(0, 1),
  SCALED,
  SUCCESS,
  PROGRESS,
  POSITION(0, 3),
  OTHER_POSITION(0, 3),
  LENGTH(0, 3),
  PERIOD,
  SPEED_FROM(0, 2),
  SPEED_TO(0, 2),
  STARTED(MomentText.LONGEST),
  FINISHED(MomentText.LONGEST),
  TAKEN(0, 6);

  private final int width;
  private final int places;

  Slot() {
    this(0);
  }

  Slot(int width) {
    this(width, 0);
  }

  Slot(int width, int places) {
    this.width = width;
    this.places = places;
  }

  /** Number of bytes that its content nearly always has; 0 when that varies. */
  int width() {
    return width;
  }

  /** Digits after the point of a decimal fraction, 0 of anything else. */
  int places() {
    return places;
  }
}
