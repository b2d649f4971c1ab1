package org.openedx.devdata.xapi.life;

import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.stream.LifeWalk;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;

/** Goes through the lives of a frame, learner by learner. Mutable, not thread-safe. */
final class LifeReader implements FrameReader {

  private final LifeModel model;
  private final LifeWalk walk;
  private final LifeLog log;
  private LifeStatements statements;
  private int event;
  private int made;
  private int toMake;

  LifeReader(LifeModel model) {
    this.model = model;
    this.walk = new LifeWalk(model.lives());
    this.log = walk.log();
  }

  @Override
  public void open(int number) {
    walk.open(number);
    if (statements == null || statements.shape() != walk.shape()) {
      int run = walk.shape().run().index();
      statements = new LifeStatements(walk.shape(), model.lives().modes(run));
    }
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
      if (!walk.next()) {
        return false;
      }
      event = 0;
      begin(data);
    }
    made = 0;
    toMake = statements.count(log, event);
    boolean visited = !log.type(event).isOfWorker();
    data.sessionHigh = visited ? log.session(event) : 0;
    data.sessionLow = visited ? LifeLog.lowerHalf(data.sessionHigh) : 0;
    return true;
  }

  private void begin(StatementData data) {
    Learners learners = model.world().learners();
    int run = walk.shape().run().index();
    int learner = walk.learner();
    data.course = model.courses().get(run);
    data.courseIndex = run;
    data.accountHigh = learners.accountHigh(learner);
    data.accountLow = learners.accountLow(learner);
  }
}
