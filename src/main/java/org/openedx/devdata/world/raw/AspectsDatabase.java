package org.openedx.devdata.world.raw;

/** The databases of Aspects. */
public enum AspectsDatabase {
  XAPI,
  EVENT_SINK,
  REPORTING,
  OPENEDX
}
