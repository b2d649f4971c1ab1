package org.openedx.devdata.xapi.life;

import java.util.stream.IntStream;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;

/**
 * Number of statements that the lives of a world make, from so many of them that it is within 2 %
 * in all likelihood, or from all of them. Values are immutable.
 *
 * @param statements how many, about
 * @param isExact whether every life was simulated
 */
record LifeCensus(double statements, boolean isExact) {

  /** Standard error that is aimed at; 2 % are more than three of it. */
  private static final double ERROR = 0.006;

  private static final int FIRST_SAMPLE = 4_000;
  private static final int MAXIMUM_SAMPLE = 400_000;

  /** Sums over the sampled lives of one run. */
  private record Sums(int places, int lives, double sum, double squares) {

    double estimate() {
      return lives == 0 ? 0 : sum * places / lives;
    }
  }

  /** The census of a model; simulates on all processors. */
  static LifeCensus of(LifeModel model) {
    Sums[] first = sums(model, FIRST_SAMPLE);
    double wanted = wanted(first);
    Sums[] sums = wanted > FIRST_SAMPLE ? sums(model, Math.min(wanted, MAXIMUM_SAMPLE)) : first;
    double statements = 0;
    boolean exact = true;
    for (Sums one : sums) {
      statements += one.estimate();
      exact &= one.lives() == one.places();
    }
    return new LifeCensus(statements, exact);
  }

  /** Number of lives after which the error is as small as wanted. */
  private static double wanted(Sums[] sums) {
    double lives = 0;
    double sum = 0;
    double squares = 0;
    for (Sums one : sums) {
      lives += one.lives();
      sum += one.sum();
      squares += one.squares();
    }
    if (sum == 0) {
      return MAXIMUM_SAMPLE;
    }
    double mean = sum / lives;
    double variance = squares / lives - mean * mean;
    return variance / (ERROR * mean * ERROR * mean);
  }

  private static Sums[] sums(LifeModel model, double lives) {
    double share = Math.min(1, lives / Math.max(1, model.world().enrolments()));
    return IntStream.range(0, model.world().runs().size())
        .parallel()
        .mapToObj(run -> sums(model, run, share))
        .toArray(Sums[]::new);
  }

  private static Sums sums(LifeModel model, int run, double share) {
    int places = model.world().runs().get(run).roster().size();
    int lives = (int) Math.ceil(places * share);
    if (lives == 0) {
      return new Sums(0, 0, 0, 0);
    }
    LifeSimulation simulation = model.lives().simulation(run);
    LifeStatements statements = new LifeStatements(simulation.shape(), model.lives().modes(run));
    LifeLog log = new LifeLog();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < lives; i++) {
      simulation.whole((int) ((long) places * i / lives), log);
      long count = 0;
      for (int event = 0; event < log.count(); event++) {
        count += statements.count(log, event);
      }
      sum += count;
      squares += (double) count * count;
    }
    return new Sums(places, lives, sum, squares);
  }
}
