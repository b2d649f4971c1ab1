package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** Numbers of two worlds in one site, which keeps one row of a number. */
class WorldsOfOneSiteTest {

  private static final List<Long> SEEDS =
      List.of(1L, 2L, 3L, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
  private static final List<String> TAXONOMIES = List.of("Topics", "Skills", "topics", "Music");
  private static final List<String> VALUES =
      List.of("One", "one", "Two", "Two, three", "\"", "Caj\u00f3n", "\u732b", " ", "7", "Flute");

  private static List<Map<String, String>> rows(World world, DumpTable table) {
    MixModel model = new MixModel(world, StatementMix.standard(), 100, 1_024);
    return DumpedRows.all(Dumps.of(world, model.enrolments(), ExportOptions.DEFAULT), table);
  }

  @ParameterizedTest
  @EnumSource(
      value = DumpTable.class,
      names = {"OBJECT_TAG", "COURSE_ENROLLMENT"})
  void worldsOfDifferentSeedsShareNoRowsOfRuns(DumpTable table) {
    Set<String> numbers = new HashSet<>();
    int all = 0;
    for (long seed : SEEDS) {
      Set<String> ofWorld = new HashSet<>();
      rows(Worlds.small(seed), table).forEach(row -> ofWorld.add(row.get("id")));
      assertThat(ofWorld).allMatch(number -> Integer.parseInt(number) >= RunNumbers.FIRST);
      all += ofWorld.size();
      numbers.addAll(ofWorld);
    }
    assertThat(numbers).hasSize(all).hasSizeGreaterThan(1_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = DumpTable.class,
      names = {"OBJECT_TAG", "COURSE_ENROLLMENT"})
  void rowsOfRunsKeepTheirNumbersWhenMoreRunsCome(DumpTable table) {
    CourseSize small = new CourseSize("small", 4, 40, 30, 10, 3, 10, 20, 20);
    List<String> before = ids(Worlds.of(5, 200, List.of(small)), table);
    CourseSize large = new CourseSize("large", 3, 160, 60, 30, 6, 30, 60, 60);
    assertThat(ids(Worlds.of(5, 200, List.of(small, large)), table))
        .hasSizeGreaterThan(before.size())
        .startsWith(before.toArray(String[]::new));
  }

  private static List<String> ids(World world, DumpTable table) {
    return rows(world, table).stream().map(row -> row.get("id")).toList();
  }

  /** Taxonomies of one name may have some tags in common, at the same place or at another. */
  @Test
  void worldsShareTheTaxonomiesAndTagsThatBothDescribe() {
    int shared = 0;
    for (int pair = 0; pair < 200; pair++) {
      Random random = new Random(pair);
      Map<String, Object> byNumber = new HashMap<>();
      Map<Object, String> numbers = new HashMap<>();
      int described = 0;
      for (World world : List.of(world(random), world(random))) {
        Tags tags = new Tags(world);
        DumpTimes times = new DumpTimes(world, Optional.empty());
        List<Map<String, String>> all =
            new ArrayList<>(DumpedRows.of(new TaxonomyDump(tags, times), 0));
        all.addAll(DumpedRows.of(new TagDump(tags, times), 0));
        for (Map<String, String> row : all) {
          Map<String, String> thing = new HashMap<>(row);
          List.of("id", "dump_id", "time_last_dumped").forEach(thing::remove);
          String number = (thing.containsKey("lineage") ? "tag " : "taxonomy ") + row.get("id");
          assertThat(byNumber.getOrDefault(number, thing))
              .as("%d: %s", pair, number)
              .isEqualTo(thing);
          assertThat(numbers.getOrDefault(thing, number))
              .as("%d: %s", pair, thing)
              .isEqualTo(number);
          byNumber.put(number, thing);
          numbers.put(thing, number);
          described++;
        }
      }
      shared += described - numbers.size();
    }
    assertThat(shared).isBetween(100, 2_000);
  }

  /** A world with some of the taxonomies, and in each some of the values, in a tree. */
  private static World world(Random random) {
    World plain = Worlds.of(random.nextLong(), 1, List.of());
    List<String> values = new ArrayList<>(VALUES);
    Collections.shuffle(values, random);
    List<String> names = new ArrayList<>(TAXONOMIES);
    Collections.shuffle(names, random);
    List<Taxonomy> taxonomies = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(2))) {
      List<Taxonomy.Tag> tags = new ArrayList<>();
      for (int tag = 1 + random.nextInt(5); tag > 0; tag--) {
        String parent =
            tags.isEmpty() || random.nextBoolean()
                ? ""
                : tags.get(random.nextInt(tags.size())).value();
        String value = values.remove(0);
        tags.add(new Taxonomy.Tag(value, "X-" + value, parent));
      }
      taxonomies.add(new Taxonomy(name, (taxonomies.size() + 1) + "-" + name, tags));
    }
    return new World(plain.spec(), plain.learners(), plain.runs(), taxonomies);
  }
}
