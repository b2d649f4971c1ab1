package org.openedx.devdata.life.stream;

import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;

/** Goes through the lives of a frame, learner by learner. Mutable, not thread-safe. */
public final class LifeWalk {

  private final Lives lives;
  private final LifeLog log = new LifeLog();
  private LifeSimulation simulation;
  private LifeFrames.Frame frame;
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
    log.open(frame.from(), frame.to());
    place = frame.firstPlace() - 1;
  }

  /** Simulates the next learner, whose log may be empty; false when there is none. */
  public boolean next() {
    if (++place >= frame.endPlace()) {
      return false;
    }
    log.open(frame.from(), frame.to());
    simulation.simulate(place, log);
    log.arrange(frame.run(), lives.world().runs().size());
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
