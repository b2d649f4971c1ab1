package org.openedx.devdata.service.lms.userstate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Sums up what one call does, and tells it at its end. Not thread-safe. */
final class CallMeter {

  private final String prefix;
  private final UserStateListener listener;
  private final InstantSource clock;
  private final Instant began;
  private final Map<String, Long> sums = new TreeMap<>();
  private boolean told;

  private CallMeter(String method, UserStateListener listener, InstantSource clock) {
    this.prefix = "xb_user_state." + method + ".";
    this.listener = listener;
    this.clock = clock;
    this.began = isOn() ? clock.instant() : null;
    sums.put("calls", 1L);
  }

  static CallMeter start(String method, UserStateListener listener, InstantSource clock) {
    return new CallMeter(method, listener, clock);
  }

  /** Whether anybody listens. */
  boolean isOn() {
    return listener != UserStateListener.NONE;
  }

  /** Adds to a sum of the call and to that of the block type. */
  void add(String stat, String blockType, long amount) {
    if (isOn()) {
      sums.merge(stat, amount, Long::sum);
      sums.merge(blockType + "." + stat, amount, Long::sum);
    }
  }

  /** The call is over; later calls of this do nothing. */
  void end() {
    if (isOn() && !told) {
      told = true;
      sums.forEach((stat, amount) -> listener.count(prefix + stat, amount));
      listener.time(prefix + "duration", Duration.between(began, clock.instant()));
    }
  }
}
