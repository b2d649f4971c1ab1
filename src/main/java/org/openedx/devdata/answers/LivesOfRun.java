package org.openedx.devdata.answers;

import org.openedx.devdata.answers.life.Life;
import org.openedx.devdata.answers.life.RunFacts;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.CourseRun;

/** Facts that the lives of a run share, made when it is first asked for. Thread-safe. */
final class LivesOfRun {

  private final Lives lives;
  private final CourseRun run;
  private RunFacts facts;

  LivesOfRun(Lives lives, CourseRun run) {
    this.lives = lives;
    this.run = run;
  }

  /** Number of places of its roster. */
  int places() {
    return run.roster().size();
  }

  /** The run as charts name it. */
  RunFacts facts() {
    return facts(lives.simulation(run.index()));
  }

  private synchronized RunFacts facts(LifeSimulation simulation) {
    if (facts == null) {
      facts = new RunFacts(lives, simulation.shape());
    }
    return facts;
  }

  /** A life that is turned to one learner after another, for one thread. */
  Life life() {
    LifeSimulation simulation = lives.simulation(run.index());
    return new Life(facts(simulation), simulation);
  }
}
