package org.openedx.devdata.xapi.model;

import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;

/** Goes through all that a model makes. Stateless. */
public final class EveryStatement {

  private EveryStatement() {}

  /** Is shown each statement, which holds until the next one. */
  public interface Visitor {
    void visit(int frame, StatementData data);
  }

  public static void of(EventModel model, Visitor visitor) {
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        visitor.visit(frame, data);
      }
    }
  }
}
