package org.openedx.devdata.xapi;

/** Subject of a statement: which kind of object it needs a course to have. */
public enum TypeFamily {
  /** The course itself. */
  COURSE,
  /** A video block. */
  VIDEO,
  /** A problem block. */
  PROBLEM,
  /** A sequential, or a link to one. */
  NAVIGATION,
  /** A forum thread, response or comment. */
  FORUM,
  /** A sequential that is a special exam. */
  EXAM
}
