package org.openedx.devdata.service.aspects;

/** The databases of Aspects. */
public enum AspectsDatabase {
  XAPI,
  EVENT_SINK,
  REPORTING,
  OPENEDX
}
