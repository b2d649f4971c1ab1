package org.openedx.devdata.service.lms.userstate;

/** What became of an {@link Edit}. */
enum Saved {
  CREATED,
  UPDATED,
  /** There was no row to change. */
  ABSENT
}
