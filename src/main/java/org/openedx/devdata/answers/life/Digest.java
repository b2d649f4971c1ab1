package org.openedx.devdata.answers.life;

import org.openedx.devdata.life.event.LifeLog;

/** Part of what is remembered of a life while its events pass, in order of time. */
interface Digest {

  /** Forgets the life before. */
  void clear();

  /** Takes an event. */
  void see(LifeLog log, int event);
}
