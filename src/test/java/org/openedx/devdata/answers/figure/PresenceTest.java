package org.openedx.devdata.answers.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {

  /** Against sets, in parts that are joined, also after something was asked of them. */
  @Test
  void countsEachMemberOfAPeriodOnce() {
    Random random = new Random(5);
    Map<Integer, Set<Integer>> expected = new HashMap<>();
    Presence all = new Presence();
    for (int part = 0; part < 20; part++) {
      Presence some = new Presence();
      for (int i = 0; i < 500; i++) {
        int period = 480_000 + random.nextInt(40);
        int member = random.nextInt(300) * 1_000;
        some.note(period, member);
        expected.computeIfAbsent(period, any -> new HashSet<>()).add(member);
        if (i == 250 && part % 3 == 0) {
          assertThat(some.count(period)).isPositive();
        }
      }
      all.addAll(some);
    }
    expected.forEach((period, members) -> assertThat(all.count(period)).isEqualTo(members.size()));
    assertThat(all.count(1)).isZero();
  }
}
