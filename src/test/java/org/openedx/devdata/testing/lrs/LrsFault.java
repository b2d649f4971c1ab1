package org.openedx.devdata.testing.lrs;

/** What happens to one request instead of what should. */
public enum LrsFault {
  /** Nothing: it works. */
  NONE,
  /** The store cannot write: 500 with its message; nothing is stored. */
  CANNOT_WRITE,
  /** The first half of the statements is stored, then as above. */
  WRITES_HALF,
  /** A proxy whose store is away: 502 with a page. */
  BAD_GATEWAY,
  /** The same with 503. */
  UNAVAILABLE,
  /** A proxy that has waited too long for its store: 504. */
  GATEWAY_TIMEOUT,
  /** The store has no file of users: 403. */
  FORBIDDEN,
  /** Not the statements resource: 405. */
  METHOD_NOT_ALLOWED,
  /** 429. */
  TOO_MANY_REQUESTS,
  /** The connection breaks before anything is stored. */
  BREAKS_BEFORE,
  /** All is stored, but the connection breaks before the answer. */
  BREAKS_AFTER,
  /** Never answers. */
  HANGS,
  /** 302 to elsewhere. */
  REDIRECT
}
