package org.openedx.devdata.world;

import java.util.UUID;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/** The learners, by index; nothing is kept for each. Immutable. */
public final class Learners {

  private static final int ABILITY = 2;
  private static final int PACE = 3;

  private final int count;
  private final RandomStream stream;

  Learners(int count, RandomStream stream) {
    this.count = count;
    this.stream = stream;
  }

  public int count() {
    return count;
  }

  /** The key of everything that is drawn for a learner. */
  public long key(int learner) {
    return stream.at(learner);
  }

  /** Upper half of the learner's external id, which is the account name in statements. */
  public long accountHigh(int learner) {
    return Uuids.high4(Draw.of(key(learner), 0));
  }

  /** Lower half of the learner's external id. */
  public long accountLow(int learner) {
    return Uuids.low(Draw.of(key(learner), 1));
  }

  public UUID account(int learner) {
    return new UUID(accountHigh(learner), accountLow(learner));
  }

  public String username(int learner) {
    return "actor_" + learner;
  }

  /** How good the learner is, 0 to 1; in the middle more often than at the ends. */
  public double ability(int learner) {
    long bits = Draw.of(key(learner), ABILITY);
    return (Draw.unit(bits) + Draw.unit(Long.rotateLeft(bits, 32)) + 0.5) / 2.5;
  }

  /** How fast the learner goes through a course: 1 is the pace of the course. */
  public double pace(int learner) {
    return 0.6 + Draw.unit(Draw.of(key(learner), PACE));
  }
}
