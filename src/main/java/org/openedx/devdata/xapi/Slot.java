package org.openedx.devdata.xapi;

/**
 * The parts of a statement that change, as they stand between dollar signs in a {@link Skeletons}.
 */
enum Slot {
  ID,
  TIME,
  ACCOUNT,
  SESSION,
  COURSE_URL,
  COURSE_NAME,
  COURSE_ACTIVITY,
  COURSE_KEY,
  USAGE,
  BLOCK,
  POST,
  THREAD,
  REFERENCE,
  CODE,
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
  STARTED,
  FINISHED,
  TAKEN
}
