package org.openedx.devdata.life.event;

import java.util.Arrays;

/**
 * Events of one learner in one course run, of the sessions that begin within a span of time. All
 * others are dropped when they are added, so that a life can be simulated from its beginning and
 * kept from the middle. Mutable, not thread-safe; read after {@link #arrange}.
 */
public final class LifeLog {

  private static final int FIRST_ROOM = 1_024;

  private long from;
  private long to;
  private long until;
  private boolean kept;
  private int count;
  private long[] micros = new long[FIRST_ROOM];
  private byte[] types = new byte[FIRST_ROOM];
  private int[] blocks = new int[FIRST_ROOM];
  private int[] firsts = new int[FIRST_ROOM];
  private int[] seconds = new int[FIRST_ROOM];
  private int[] thirds = new int[FIRST_ROOM];
  private long[] packed = new long[FIRST_ROOM];
  private long[] sessions = new long[FIRST_ROOM];

  /** Places of the events in order of time. */
  private int[] order = new int[FIRST_ROOM];

  private long session;

  /**
   * Empties it for another span.
   *
   * @param begin first moment of the span, microseconds since 1970
   * @param end the moment after the last
   */
  public void open(long begin, long end) {
    from = begin;
    to = end;
    count = 0;
    kept = false;
  }

  /** The first moment of the span, microseconds since 1970. */
  public long begins() {
    return from;
  }

  /** The moment after the last of the span, microseconds since 1970. */
  public long end() {
    return to;
  }

  /**
   * Begins a session; the events that follow belong to it.
   *
   * @param moment its beginning, microseconds since 1970
   * @param last the moment from which on nothing of it happens any more
   * @param key of the browser session
   */
  public void begin(long moment, long last, long key) {
    kept = moment >= from && moment < to;
    until = last;
    session = key;
  }

  public void add(long moment, EventType type, int block) {
    add(moment, type, block, 0, 0, 0, 0);
  }

  public void add(long moment, EventType type, int block, int first) {
    add(moment, type, block, first, 0, 0, 0);
  }

  public void add(long moment, EventType type, int block, int first, int second) {
    add(moment, type, block, first, second, 0, 0);
  }

  /**
   * Adds an event, unless its session lies outside the span.
   *
   * @param moment microseconds since 1970
   * @param block number of the block among those of its type, or of the thread
   */
  public void add(
      long moment, EventType type, int block, int first, int second, int third, long more) {
    if (!kept || moment >= until) {
      return;
    }
    if (count == micros.length) {
      grow();
    }
    micros[count] = moment;
    types[count] = (byte) type.ordinal();
    blocks[count] = block;
    firsts[count] = first;
    seconds[count] = second;
    thirds[count] = third;
    packed[count] = more;
    sessions[count] = session;
    count++;
  }

  private void grow() {
    int room = count * 2;
    micros = Arrays.copyOf(micros, room);
    types = Arrays.copyOf(types, room);
    blocks = Arrays.copyOf(blocks, room);
    firsts = Arrays.copyOf(firsts, room);
    seconds = Arrays.copyOf(seconds, room);
    thirds = Arrays.copyOf(thirds, room);
    packed = Arrays.copyOf(packed, room);
    sessions = Arrays.copyOf(sessions, room);
    order = new int[room];
  }

  /**
   * Puts the events in order of time, and their times on a grid, so that no two of the learner are
   * at one moment, even in different runs. What is done in the forum, perhaps beside other things,
   * has places of its own on the grid.
   *
   * @param grid of the course run
   */
  public void arrange(MomentGrid grid) {
    sort();
    long unit = grid.unit();
    long[] last = {Long.MIN_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < count; i++) {
      int event = order[i];
      int lane = EventType.of(types[event]).isOfForum() ? 1 : 0;
      long moment = lane == 1 ? grid.inForum(micros[event]) : grid.at(micros[event]);
      last[lane] = Math.max(moment, last[lane] + unit);
      micros[event] = last[lane];
    }
    sort();
  }

  /** Nearly in order as they come: grades of a server follow a little later. */
  private void sort() {
    for (int i = 0; i < count; i++) {
      int at = i;
      while (at > 0 && micros[order[at - 1]] > micros[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  public int count() {
    return count;
  }

  /** The moment of the n-th event, microseconds since 1970. */
  public long micros(int n) {
    return micros[order[n]];
  }

  public EventType type(int n) {
    return EventType.of(types[order[n]]);
  }

  public int block(int n) {
    return blocks[order[n]];
  }

  public int first(int n) {
    return firsts[order[n]];
  }

  public int second(int n) {
    return seconds[order[n]];
  }

  public int third(int n) {
    return thirds[order[n]];
  }

  /** More about the n-th event, as its type says. */
  public long packed(int n) {
    return packed[order[n]];
  }

  /** The key of the session of the n-th event: the upper half of its id. */
  public long session(int n) {
    return sessions[order[n]];
  }

  /** The lower half of the id of a session. */
  public static long lowerHalf(long session) {
    return ~Long.rotateLeft(session, 23) * 0x9e3779b97f4a7c15L;
  }
}
