package org.openedx.devdata.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.RowProblem;

/**
 * Generated specs in generated chunks against a model as simple as can be: what is stored is a map,
 * a record replaces what it says, and two rows with one address are a conflict.
 */
class PlannerModelTest {

  private static final int NAMES = 7;
  private static final int EMAILS = 9;

  /** A keeper, and the animal that it looks after. */
  private record Said(String name, String email, String species) {}

  private final Map<Object, Object> emails = new TreeMap<>();
  private final Map<Object, Object> keepers = new TreeMap<>();
  private final HashSet<String> species = new HashSet<>();
  private final Zoo zoo = new Zoo();

  private static List<Said> draw(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      names.add("k" + i);
    }
    Collections.shuffle(names, random);
    return names.subList(0, 1 + random.nextInt(NAMES)).stream()
        .map(
            name ->
                new Said(name, "e" + random.nextInt(EMAILS) + "@zoo.org", "s" + random.nextInt(3)))
        .toList();
  }

  private static Zoo.Chunk[] chunks(List<Said> records, Random random) {
    List<Zoo.Chunk> chunks = new ArrayList<>();
    int to;
    for (int from = 0; from < records.size(); from = to) {
      int first = from;
      to = Math.min(records.size(), from + 1 + random.nextInt(3));
      List<Said> part = records.subList(from, to);
      chunks.add(
          batch -> {
            for (int i = 0; i < part.size(); i++) {
              Zoo.keeper(batch, first + i, part.get(i).name(), part.get(i).email());
              Zoo.animal(batch, first + i, "pet of " + part.get(i).name(), part.get(i).species())
                  .set("keeper_id", Reference.to(Zoo.KEEPER, part.get(i).name()));
            }
          });
    }
    return chunks.toArray(Zoo.Chunk[]::new);
  }

  /** What the model says of each row, in no order. */
  private List<String> expected(List<Said> records) {
    List<String> lines = new ArrayList<>();
    HashSet<String> seen = new HashSet<>(species);
    for (Said said : records) {
      Object email = emails.get(said.name());
      lines.add(verdict(email, said.email()) + " keeper " + said.name());
      lines.add(
          verdict(keepers.get("pet of " + said.name()), said.species())
              + " animal pet of "
              + said.name());
      if (seen.add(said.species())) {
        lines.add("create species " + said.species());
      }
    }
    return lines;
  }

  private static String verdict(Object before, Object wanted) {
    return before == null ? "create" : before.equals(wanted) ? "unchanged" : "update";
  }

  private boolean conflict(List<Said> records) {
    Map<Object, Object> after = new TreeMap<>(emails);
    records.forEach(said -> after.put(said.name(), said.email()));
    return new HashSet<>(after.values()).size() < after.size();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void plannerAgreesWithTheModel(long seed) {
    Random random = new Random(seed);
    int conflicts = 0;
    int loads = 0;
    for (int run = 0; run < 150; run++) {
      List<Said> records = draw(random);
      Zoo.Chunk[] chunks = chunks(records, random);
      String what = "seed " + seed + ", run " + run + ": " + records + " over " + emails;
      if (conflict(records)) {
        conflicts++;
        assertThatThrownBy(() -> zoo.plan(chunks)).as(what).isInstanceOf(RowProblem.class);
        continue;
      }
      loads++;
      List<String> expected = expected(records);
      assertThat(zoo.plan(chunks)).as(what).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(zoo.load(chunks)).as(what).containsExactlyInAnyOrderElementsOf(expected);
      for (Said said : records) {
        emails.put(said.name(), said.email());
        keepers.put("pet of " + said.name(), said.species());
        species.add(said.species());
      }
      assertThat(zoo.column(Zoo.KEEPER, "name", "email")).as(what).isEqualTo(emails);
      assertThat(zoo.load(chunks)).as(what).allMatch(line -> line.startsWith("unchanged"));
    }
    assertThat(conflicts).isPositive();
    assertThat(loads).isPositive();
  }
}
