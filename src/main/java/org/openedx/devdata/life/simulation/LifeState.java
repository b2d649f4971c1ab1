package org.openedx.devdata.life.simulation;

/**
 * Standing of a life at the end of a span of time, so that what follows can be simulated without
 * what was before. Immutable.
 */
public final class LifeState {

  /** State of a life of which nothing follows. */
  static final LifeState OVER = new LifeState(0, 0, true, null);

  private static final int OWN_BYTES = 40;

  private final int session;
  private final long free;
  private final boolean ended;
  private final Marks marks;

  /**
   * @param session number of the next session in the plan
   * @param free moment from which on it can begin, microseconds since 1970
   * @param ended whether the end of the run has come
   * @param marks grades so far
   */
  LifeState(int session, long free, boolean ended, Marks marks) {
    this.session = session;
    this.free = free;
    this.ended = ended;
    this.marks = marks;
  }

  int session() {
    return session;
  }

  long free() {
    return free;
  }

  boolean isEnded() {
    return ended;
  }

  Marks marks() {
    return marks;
  }

  /** Bytes of memory that it takes, about; 0 for one that all lives share which are over. */
  public int bytes() {
    return marks == null ? 0 : OWN_BYTES + marks.bytes();
  }
}
