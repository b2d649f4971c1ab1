package org.openedx.devdata.xapi.model;

import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;

/** Goes through all that a model makes. Stateless. */
final class EveryStatement {

  private EveryStatement() {}

  /** Is shown each statement, which holds until the next one. */
  interface Visitor {
    void visit(int frame, StatementData data);
  }

  static void of(MixModel model, Visitor visitor) {
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
