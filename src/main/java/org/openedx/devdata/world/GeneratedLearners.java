package org.openedx.devdata.world;

import java.util.Optional;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;

/** Learners of whom nothing is kept. Immutable. */
final class GeneratedLearners implements Learners {

  private final int count;
  private final RandomStream stream;

  GeneratedLearners(int count, RandomStream stream) {
    this.count = count;
    this.stream = stream;
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
    return "actor_" + learner;
  }

  @Override
  public int userId(int learner) {
    return learner;
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
