package org.openedx.devdata.answers.life;

import org.openedx.devdata.life.event.LifeLog;

/** Part of what is remembered of a life. */
interface Digest {

  /** Reads a whole life, in place of the one before. */
  default void read(LifeLog log) {
    clear();
    for (int event = 0; event < log.count(); event++) {
      see(log, event);
    }
  }

  /** Forgets the life before. */
  void clear();

  /** Takes an event. */
  void see(LifeLog log, int event);
}
