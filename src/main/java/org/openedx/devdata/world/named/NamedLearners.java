package org.openedx.devdata.world.named;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.world.NumberedByName;
import org.openedx.devdata.world.Profile;

/**
 * Learners that a person has named; what they lack is a function of seed and username. Immutable.
 */
final class NamedLearners implements Learners {

  private record Known(
      String username, long key, UUID account, int userId, int profileId, Profile profile) {}

  private final List<Known> learners = new ArrayList<>();

  NamedLearners(List<Population.Learner> named, RandomStream stream) {
    Set<Integer> userIds = new HashSet<>();
    named.forEach(learner -> learner.userId().ifPresent(userIds::add));
    for (Population.Learner learner : named) {
      long key = stream.at(learner.username());
      int userId = learner.userId().orElseGet(() -> NumberedByName.distinct(key, userIds));
      learners.add(
          new Known(
              learner.username(),
              key,
              learner.externalId().orElse(account(key)),
              userId,
              learner.profileId().orElse(userId),
              learner.profile()));
    }
  }

  private static UUID account(long key) {
    return new UUID(Uuids.high4(Draw.of(key, 0)), Uuids.low(Draw.of(key, 1)));
  }

  @Override
  public int count() {
    return learners.size();
  }

  @Override
  public long key(int learner) {
    return learners.get(learner).key();
  }

  @Override
  public long accountHigh(int learner) {
    return learners.get(learner).account().getMostSignificantBits();
  }

  @Override
  public long accountLow(int learner) {
    return learners.get(learner).account().getLeastSignificantBits();
  }

  @Override
  public String username(int learner) {
    return learners.get(learner).username();
  }

  @Override
  public int userId(int learner) {
    return learners.get(learner).userId();
  }

  @Override
  public int profileId(int learner) {
    return learners.get(learner).profileId();
  }

  @Override
  public long exportNumber(int learner) {
    return learners.get(learner).key();
  }

  @Override
  public Optional<Profile> profile(int learner) {
    return Optional.of(learners.get(learner).profile());
  }
}
