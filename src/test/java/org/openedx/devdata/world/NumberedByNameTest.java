package org.openedx.devdata.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.random.RandomStream;

/** Numbers that follow from names. */
class NumberedByNameTest {

  private static final RandomStream NAMES = RandomStream.of(1).derive("names");

  /** Of so many some meet by chance. */
  @Test
  void noTwoHaveOneNumberAndMostHaveTheirOwn() {
    int names = 200_000;
    Set<Integer> given = new HashSet<>();
    int own = 0;
    for (int name = 0; name < names; name++) {
      int number = NumberedByName.distinct(NAMES.at("name " + name), given);
      assertThat(number).isGreaterThanOrEqualTo(NumberedByName.FIRST);
      own += number == NumberedByName.of(NAMES.at("name " + name)) ? 1 : 0;
    }
    assertThat(given).hasSize(names);
    assertThat(own).isBetween(names - 100, names - 1);
  }

  @Test
  void aNumberThatIsGivenIsNotGivenAgain() {
    long key = NAMES.at("jane");
    int first = NumberedByName.of(key);
    Set<Integer> given = new HashSet<>(Set.of(first, first + 1));
    assertThat(NumberedByName.distinct(key, given)).isEqualTo(first + 2);
    assertThat(given).hasSize(3);
  }
}
