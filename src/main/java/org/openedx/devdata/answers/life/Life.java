package org.openedx.devdata.answers.life;

import java.util.Arrays;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.BlockType;

/**
 * One learner's life in a run, whole: its events, and what has become of it. Mutable, not
 * thread-safe; turned to one life after another.
 */
public final class Life {

  private final RunFacts run;
  private final LifeSimulation simulation;
  private final LifeLog log = new LifeLog();
  private final Standing standing;
  private final Visited visited;
  private final Answered answered;
  private final Watched watched;
  private int learner;
  private String actor;

  /**
   * @param simulation of the run, for this thread
   */
  public Life(RunFacts run, LifeSimulation simulation) {
    this.run = run;
    this.simulation = simulation;
    this.standing = new Standing(run);
    this.visited = new Visited(run);
    this.answered = new Answered(run, run.shape().run().outline().count(BlockType.PROBLEM));
    this.watched = new Watched(run, run.shape().run().outline().count(BlockType.VIDEO));
  }

  /** Turns to the learner at a place of the roster. */
  public void turnTo(int place) {
    learner = run.shape().run().roster().learner(place);
    actor = null;
    simulation.whole(place, log);
    standing.read(log);
    visited.read(log);
    answered.read(log);
    watched.read(log);
    watched.end();
  }

  public RunFacts run() {
    return run;
  }

  /** The learner's index. */
  public int learner() {
    return learner;
  }

  /** The learner's account as statements name it. */
  public String actor() {
    if (actor == null) {
      actor = run.world().learners().account(learner).toString();
    }
    return actor;
  }

  /** All events in order of time. */
  public LifeLog log() {
    return log;
  }

  /** Number of statements of an event: one, and one for each question of several. */
  public int statements(int event) {
    if (log.type(event) != EventType.ANSWER_MARKED) {
      return 1;
    }
    int parts = run.shape().problem(log.block(event)).parts();
    return parts == 1 ? 1 : 1 + parts;
  }

  public Standing standing() {
    return standing;
  }

  public Answered answered() {
    return answered;
  }

  public Watched watched() {
    return watched;
  }

  /**
   * Counts the items of each sequential that reports see the learner do.
   *
   * @param counts one for each sequential
   */
  public void countDone(Metric metric, int[] counts) {
    switch (metric) {
      // Reports want units to be named, and navigation names sequentials.
      case PAGES -> Arrays.fill(counts, 0);
      case PROBLEMS -> answered.count(counts);
      case VIDEOS -> watched.countShown(counts);
    }
  }

  /** As {@link #countDone}, of what the learner has really done. */
  public void countReally(Metric metric, int[] counts) {
    switch (metric) {
      case PAGES -> visited.count(counts);
      case PROBLEMS -> answered.count(counts);
      case VIDEOS -> watched.countPlayed(counts);
    }
  }
}
