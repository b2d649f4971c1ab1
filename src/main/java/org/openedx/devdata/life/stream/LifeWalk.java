package org.openedx.devdata.life.stream;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.simulation.LifeState;

/** Goes through the lives of a frame, learner by learner. Mutable, not thread-safe. */
public final class LifeWalk {

  private final Lives lives;
  private final LifeLog log = new LifeLog();
  private LifeSimulation simulation;
  private LifeFrames.Frame frame;

  /** States at the begin of the frame, and at its end as far as it was gone through. */
  private LifeState[] before;

  private LifeState[] after;
  private int place;

  public LifeWalk(Lives lives) {
    this.lives = lives;
  }

  /** Turns to the begin of a frame; any frame, in any order. */
  public void open(int number) {
    frame = lives.frames().at(number);
    if (simulation == null || simulation.shape().run().index() != frame.run()) {
      simulation = lives.simulation(frame.run());
    }
    before = lives.states().take(frame);
    after = new LifeState[frame.endPlace() - frame.firstPlace()];
    log.open(frame.from(), frame.to());
    place = frame.firstPlace() - 1;
  }

  /** Simulates the next learner, whose log may be empty; false when there is none. */
  public boolean next() {
    if (++place >= frame.endPlace()) {
      if (place == frame.endPlace()) {
        lives.states().keep(frame, after);
      }
      return false;
    }
    log.open(frame.from(), frame.to());
    int learner = place - frame.firstPlace();
    after[learner] = simulation.simulate(place, log, before[learner]);
    log.arrange(simulation.grid());
    return true;
  }

  /** The course run of the frame. */
  public CourseShape shape() {
    return simulation.shape();
  }

  /** The events of the learner, in order of time. */
  public LifeLog log() {
    return log;
  }

  /** Index of the learner. */
  public int learner() {
    return simulation.shape().run().roster().learner(place);
  }
}
