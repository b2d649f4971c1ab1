package org.openedx.devdata.xapi.life;

import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.Rhythm;

/**
 * Number of statements that is to be expected: exact for small worlds, from a sample of lives for
 * others. Computed when it is first asked for. Thread-safe.
 */
final class LifeExpectation {

  /** Lives that are simulated at most. */
  private static final int LIVES = 4_000;

  private final LifeModel model;

  /** Statements before each frame; null until they are counted. */
  private long[] before;

  LifeExpectation(LifeModel model) {
    this.model = model;
  }

  /** Returns whether every life is simulated for it. */
  boolean isExact() {
    return model.world().enrolments() <= LIVES;
  }

  long all() {
    return before(model.frames());
  }

  synchronized long before(int frame) {
    if (before == null) {
      before = count();
    }
    return before[frame];
  }

  /** Statements before a moment, microseconds since 1970, as if each frame were even. */
  long beforeMoment(long micros) {
    int frame = 0;
    double sum = 0;
    long first = model.world().spec().startDay() * Rhythm.DAY;
    long last = model.world().spec().endDay() * Rhythm.DAY;
    for (; frame < model.frames(); frame++) {
      LifeFrames.Frame one = model.lifeFrames().at(frame);
      if (one.from() >= micros) {
        break;
      }
      double from = Math.max(first, one.from());
      double to = Math.min(last, one.to());
      double share = Math.max(0, Math.min(1, (micros - from) / (to - from)));
      sum += share * (before(frame + 1) - before(frame));
    }
    return (long) sum;
  }

  private long[] count() {
    double share = Math.min(1, (double) LIVES / Math.max(1, model.world().enrolments()));
    long[] counts = new long[model.frames() + 1];
    LifeSimulation simulation = null;
    LifeStatements statements = null;
    LifeLog log = new LifeLog();
    for (int number = 0; number < model.frames(); number++) {
      LifeFrames.Frame frame = model.lifeFrames().at(number);
      if (simulation == null || simulation.shape().run().index() != frame.run()) {
        simulation = model.simulation(frame.run());
        statements = new LifeStatements(simulation.shape(), model.modes(frame.run()));
      }
      int places = frame.endPlace() - frame.firstPlace();
      int sample = (int) Math.max(1, Math.round(places * share));
      long found = 0;
      for (int i = 0; i < sample; i++) {
        log.open(frame.from(), frame.to());
        simulation.simulate(frame.firstPlace() + (int) ((long) places * i / sample), log);
        log.arrange(frame.run(), model.world().runs().size());
        for (int event = 0; event < log.count(); event++) {
          found += statements.count(log, event);
        }
      }
      counts[number + 1] = counts[number] + found * places / sample;
    }
    return counts;
  }
}
