package org.openedx.devdata.world;

import java.util.Optional;
import java.util.UUID;
import org.openedx.devdata.random.Draw;

/** The learners, by index. Implementations are immutable. */
public interface Learners {

  /** The draw of {@link #ability}. */
  int ABILITY = 2;

  /** The draw of {@link #pace}. */
  int PACE = 3;

  int count();

  /** The key of everything that is drawn for a learner. */
  long key(int learner);

  /** Upper half of the learner's external id, which is the account name in statements. */
  long accountHigh(int learner);

  /** Lower half of the learner's external id. */
  long accountLow(int learner);

  String username(int learner);

  /** The learner's number in the LMS. */
  int userId(int learner);

  /** The number of the learner's profile in the LMS. */
  default int profileId(int learner) {
    return userId(learner);
  }

  /** The number under which rows of a learner are exported. */
  long exportNumber(int learner);

  /** Profile that a person has specified for the learner; empty when it is to be drawn. */
  Optional<Profile> profile(int learner);

  default UUID account(int learner) {
    return new UUID(accountHigh(learner), accountLow(learner));
  }

  /** Ability of the learner, 0 to 1; in the middle more often than at the ends. */
  default double ability(int learner) {
    long bits = Draw.of(key(learner), ABILITY);
    return (Draw.unit(bits) + Draw.unit(Long.rotateLeft(bits, 32)) + 0.5) / 2.5;
  }

  /** Pace of the learner through a course: 1 is the pace of the course. */
  default double pace(int learner) {
    return 0.6 + Draw.unit(Draw.of(key(learner), PACE));
  }
}
