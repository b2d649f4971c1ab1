package org.openedx.devdata.service.lms.userstate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Keeps a client's counters and timings in a Micrometer registry. As thread-safe as that is. */
public final class MicrometerListener implements UserStateListener {

  private final MeterRegistry registry;

  public MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void count(String name, long amount) {
    registry.counter(name).increment(amount);
  }

  @Override
  public void time(String name, Duration duration) {
    registry.timer(name).record(duration);
  }
}
