package org.openedx.devdata.world;

import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/** Learners of whom nothing is kept. Immutable. */
public final class GeneratedLearners implements Learners {

  /** Below are the users of the site itself; above there is room for all learners of a world. */
  private static final int MIN_ID = 1_000_000;

  private static final int GREATEST_FIRST_ID = Integer.MAX_VALUE - (1 << 24);

  private final int count;
  private final RandomStream stream;
  private final int firstId;

  GeneratedLearners(int count, RandomStream stream) {
    this(count, stream, OptionalInt.empty());
  }

  /**
   * @param stream chooses all of it
   * @param first number of the first in the LMS; nothing for one that is chosen
   */
  public GeneratedLearners(int count, RandomStream stream, OptionalInt first) {
    this.count = count;
    this.stream = stream;
    this.firstId =
        first.orElseGet(
            () -> (int) Draw.between(stream.at("first user id"), MIN_ID, GREATEST_FIRST_ID));
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public long key(int learner) {
    return stream.at(learner);
  }

  @Override
  public long accountHigh(int learner) {
    return Uuids.high4(Draw.of(key(learner), 0));
  }

  @Override
  public long accountLow(int learner) {
    return Uuids.low(Draw.of(key(learner), 1));
  }

  @Override
  public String username(int learner) {
    return "actor_" + userId(learner);
  }

  /**
   * Returns the id of a learner: worlds of other seeds in the same site have other numbers, so that
   * no user has two names.
   */
  @Override
  public int userId(int learner) {
    return firstId + learner;
  }

  @Override
  public long exportNumber(int learner) {
    return learner;
  }

  @Override
  public Optional<Profile> profile(int learner) {
    return Optional.empty();
  }
}
