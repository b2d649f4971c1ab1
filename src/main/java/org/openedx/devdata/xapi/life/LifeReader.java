package org.openedx.devdata.xapi.life;

import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;

/** Goes through the lives of a frame, learner by learner. Mutable, not thread-safe. */
final class LifeReader implements FrameReader {

  private final LifeModel model;
  private final Learners learners;
  private final LifeLog log = new LifeLog();
  private LifeSimulation simulation;
  private LifeStatements statements;
  private LifeFrames.Frame frame;
  private int place;
  private int event;
  private int made;
  private int toMake;

  LifeReader(LifeModel model) {
    this.model = model;
    this.learners = model.world().learners();
  }

  @Override
  public void open(int number) {
    frame = model.lifeFrames().at(number);
    if (simulation == null || simulation.shape().run().index() != frame.run()) {
      simulation = model.simulation(frame.run());
      statements = new LifeStatements(simulation.shape(), model.modes(frame.run()));
    }
    place = frame.firstPlace() - 1;
    log.open(frame.from(), frame.to());
    event = -1;
    made = 0;
    toMake = 0;
  }

  @Override
  public boolean next(StatementData data) {
    while (made == toMake) {
      if (!advance(data)) {
        return false;
      }
    }
    statements.fill(log, event, made++, data);
    return true;
  }

  /** Turns to the next event; false when there is none. */
  private boolean advance(StatementData data) {
    event++;
    while (event >= log.count()) {
      if (++place >= frame.endPlace()) {
        return false;
      }
      log.open(frame.from(), frame.to());
      simulation.simulate(place, log);
      log.arrange(frame.run(), model.world().runs().size());
      event = 0;
      begin(data);
    }
    made = 0;
    toMake = statements.count(log, event);
    data.sessionHigh = log.session(event);
    data.sessionLow = ~Long.rotateLeft(log.session(event), 23) * 0x9e3779b97f4a7c15L;
    return true;
  }

  private void begin(StatementData data) {
    CourseRun run = simulation.shape().run();
    int learner = run.roster().learner(place);
    data.course = model.courses().get(run.index());
    data.courseIndex = run.index();
    data.accountHigh = learners.accountHigh(learner);
    data.accountLow = learners.accountLow(learner);
  }
}
