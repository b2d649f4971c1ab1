package org.openedx.devdata.service.aspects.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Generated rows as they should be against rows as they are, compared as sets. */
class DifferenceTest {

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  @Test
  void everyRowIsMissingStaleOrRight() {
    Random random = new Random(19);
    for (int round = 0; round < 2_000; round++) {
      List<Row> wanted = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        if (random.nextBoolean()) {
          wanted.add(new Row(7, number, random.nextInt(3), 0, 0, 0));
        }
      }
      Set<SiteTable.Found> site = new HashSet<>();
      for (int count = random.nextInt(8); count > 0; count--) {
        site.add(new SiteTable.Found(id(random.nextInt(6)), random.nextInt(3)));
      }

      Difference difference = Difference.of(wanted, List.copyOf(site));

      Set<SiteTable.Found> right = new HashSet<>();
      Set<UUID> ours = new HashSet<>();
      wanted.forEach(row -> right.add(new SiteTable.Found(id((int) row.low()), row.hash())));
      wanted.forEach(row -> ours.add(id((int) row.low())));
      assertThat(difference.missing())
          .allMatch(row -> !site.contains(new SiteTable.Found(id((int) row.low()), row.hash())));
      assertThat(difference.present()).isEqualTo(wanted.size() - difference.missing().size());
      Set<SiteTable.Found> stale = new HashSet<>(site);
      stale.removeIf(row -> right.contains(row) || !ours.contains(row.id()));
      assertThat(new HashSet<>(difference.stale())).as("%s in %s", wanted, site).isEqualTo(stale);
      assertThat(difference.removable())
          .as("rows of ours, which a reset takes")
          .isEqualTo(site.stream().filter(row -> ours.contains(row.id())).count());
    }
  }

  /** A changed row is one update; two that took the place of one are two. */
  @Test
  void aRowThatIsThereWithOtherValuesIsAnUpdateAndNoCreation() {
    Difference changed =
        Difference.of(
            List.of(new Row(7, 1, 5, 0, 0, 0), new Row(7, 2, 5, 0, 0, 0)),
            List.of(new SiteTable.Found(id(1), 4), new SiteTable.Found(id(9), 4)));

    assertThat(changed.updates()).isEqualTo(1);
    assertThat(changed.creates()).isEqualTo(1);
    assertThat(changed.removable()).isEqualTo(1);
  }
}
