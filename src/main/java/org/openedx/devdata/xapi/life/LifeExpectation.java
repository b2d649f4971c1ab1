package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.stream.LifeFrames;
import org.openedx.devdata.world.Rhythm;

/**
 * Number of statements that is to be expected: exact for small worlds, from a sample of lives for
 * others. Computed when it is first asked for. Thread-safe.
 */
final class LifeExpectation {

  /** Lives that are simulated at most. */
  private static final int LIVES = 4_000;

  private final LifeModel model;
  private final long about;

  /** Statements before each frame; null until they are counted. */
  private long[] before;

  /**
   * @param about how many there are, from a larger sample; 0 when there was none
   */
  LifeExpectation(LifeModel model, long about) {
    this.model = model;
    this.about = about;
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
      LifeFrames.Frame one = model.lives().frames().at(frame);
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
    Map<Long, List<Integer>> slices = new TreeMap<>();
    for (int number = 0; number < model.frames(); number++) {
      LifeFrames.Frame frame = model.lives().frames().at(number);
      slices
          .computeIfAbsent((long) frame.run() << 32 | frame.firstPlace(), any -> new ArrayList<>())
          .add(number);
    }
    long[] counts = new long[model.frames() + 1];
    LifeSimulation simulation = null;
    for (List<Integer> frames : slices.values()) {
      int run = model.lives().frames().at(frames.get(0)).run();
      if (simulation == null || simulation.shape().run().index() != run) {
        simulation = model.lives().simulation(run);
      }
      count(simulation, frames, counts);
    }
    for (int number = 0; number < model.frames(); number++) {
      counts[number + 1] += counts[number];
    }
    long sampled = counts[model.frames()];
    if (about > 0 && !isExact() && sampled > 0) {
      double share = (double) about / sampled;
      for (int number = 1; number < counts.length; number++) {
        counts[number] = Math.round(counts[number] * share);
      }
    }
    return counts;
  }

  /**
   * Counts the statements of the frames of some learners, each of whom is simulated once.
   *
   * @param frames in order of time
   * @param counts get the number of a frame at the place after it
   */
  private void count(LifeSimulation simulation, List<Integer> frames, long[] counts) {
    LifeFrames.Frame first = model.lives().frames().at(frames.get(0));
    double share = Math.min(1, (double) LIVES / Math.max(1, model.world().enrolments()));
    int places = first.endPlace() - first.firstPlace();
    int sample = (int) Math.max(1, Math.round(places * share));
    LifeStatements statements =
        new LifeStatements(simulation.shape(), model.lives().modes(first.run()));
    LifeLog log = new LifeLog();
    long[] ends = frames.stream().mapToLong(one -> model.lives().frames().at(one).to()).toArray();
    long[] found = new long[ends.length];
    for (int i = 0; i < sample; i++) {
      int place = first.firstPlace() + (int) ((long) places * i / sample);
      simulation.whole(place, log);
      int month = 0;
      for (int event = 0; event < log.count(); event++) {
        while (month < ends.length - 1 && log.micros(event) >= ends[month]) {
          month++;
        }
        found[month] += statements.count(log, event);
      }
    }
    for (int month = 0; month < found.length; month++) {
      counts[frames.get(month) + 1] = found[month] * places / sample;
    }
  }
}
