package org.openedx.devdata.tracking;

/** Origin of an event: what wrote it, and so which of the fields of its line are known. */
enum Origin {
  /** A page sent it; its payload is text. */
  BROWSER("browser"),
  /** A problem, while it answered a request. */
  PROBLEM("server"),
  /** Another part of the LMS, while a block answered a request. */
  HANDLER("server"),
  /** Another part of the LMS, while it answered a request. */
  REQUEST("server"),
  /** A worker, which knows neither request nor session. */
  WORKER("server");

  private final String source;

  Origin(String source) {
    this.source = source;
  }

  /** The value of {@code event_source}. */
  String source() {
    return source;
  }
}
