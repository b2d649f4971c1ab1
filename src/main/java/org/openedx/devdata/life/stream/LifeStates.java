package org.openedx.devdata.life.stream;

import java.util.HashMap;
import java.util.Map;
import org.openedx.devdata.life.simulation.LifeState;

/**
 * States of lives at the ends of frames, for the frames that follow: a frame without them simulates
 * its learners from their beginning, to the same end. Those that would take too much memory are not
 * kept. Thread-safe.
 */
final class LifeStates {

  private static final int OWN_BYTES = 128;

  private final long maximum;
  private final Map<Key, LifeState[]> kept = new HashMap<>();
  private long bytes;

  /** Some learners of a run at a moment. */
  private record Key(int run, int firstPlace, long moment) {}

  /**
   * @param maximum bytes that it may take, about
   */
  LifeStates(long maximum) {
    this.maximum = maximum;
  }

  /** Gives away the states at the begin of a frame; null for a learner of whom none is known. */
  synchronized LifeState[] take(LifeFrames.Frame frame) {
    LifeState[] states = kept.remove(new Key(frame.run(), frame.firstPlace(), frame.from()));
    if (states == null) {
      return new LifeState[frame.endPlace() - frame.firstPlace()];
    }
    bytes -= bytes(states);
    return states;
  }

  /** Keeps the states at the end of a frame, those of as many of its learners as there is room. */
  synchronized void keep(LifeFrames.Frame frame, LifeState[] states) {
    if (frame.isLast()) {
      return;
    }
    long left = maximum - bytes - bytes(new LifeState[states.length]);
    if (left < 0) {
      return;
    }
    LifeState[] fitting = states.clone();
    for (int i = 0; i < fitting.length; i++) {
      int size = fitting[i] == null ? 0 : fitting[i].bytes();
      if (size > left) {
        fitting[i] = null;
      } else {
        left -= size;
      }
    }
    Key key = new Key(frame.run(), frame.firstPlace(), frame.to());
    LifeState[] known = kept.put(key, fitting);
    bytes += bytes(fitting) - (known == null ? 0 : bytes(known));
  }

  private static long bytes(LifeState[] states) {
    long sum = OWN_BYTES + (long) Integer.BYTES * states.length;
    for (LifeState state : states) {
      sum += state == null ? 0 : state.bytes();
    }
    return sum;
  }

  /** Bytes that it takes now, about. */
  synchronized long bytes() {
    return bytes;
  }
}
