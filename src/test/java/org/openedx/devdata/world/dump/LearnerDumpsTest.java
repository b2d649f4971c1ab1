package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/** Tables of learners, their profiles and their enrolments. */
class LearnerDumpsTest extends SmallDumps {

  @Test
  void withoutPiiNothingTellsWhoLearnersAre() {
    assertThat(Dumps.of(WORLD, model.enrolments(), new ExportOptions(false, false)))
        .extracting(TableDump::table)
        .doesNotContain(DumpTable.USER_PROFILE, DumpTable.EXTERNAL_ID)
        .contains(DumpTable.COURSE_ENROLLMENT);
  }

  @Test
  void everyTableNamesTheSameLearnersByTheSameNumbers() {
    Set<String> learners = learners(DumpTable.EXTERNAL_ID);

    assertThat(learners).hasSize(WORLD.learners().count());
    assertThat(learners(DumpTable.USER_PROFILE)).isEqualTo(learners);
    assertThat(learners).containsAll(learners(DumpTable.COURSE_ENROLLMENT));
  }

  private Set<String> learners(DumpTable table) {
    Set<String> learners = new HashSet<>();
    DumpedRows.all(dumps, table)
        .forEach(row -> learners.add(row.get("user_id") + " " + row.get("username")));
    return learners;
  }

  @Test
  void nobodyIsEnrolledTwiceInACourse() {
    Set<String> pairs = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Map<String, String> row : DumpedRows.all(dumps, DumpTable.COURSE_ENROLLMENT)) {
      assertThat(pairs.add(row.get("course_key") + " " + row.get("user_id"))).isTrue();
      assertThat(ids.add(row.get("id"))).isTrue();
      assertThat(row.get("username")).isEqualTo("actor_" + row.get("user_id"));
    }
    assertThat(pairs).hasSize((int) WORLD.enrolments());
  }

  @Test
  void profilesAreWrittenOnceForEachChangeAndTheyDoChange() {
    Map<String, Set<String>> told = new HashMap<>();
    List<Map<String, String>> rows = DumpedRows.all(dumps, DumpTable.USER_PROFILE);
    for (Map<String, String> row : rows) {
      told.computeIfAbsent(row.get("user_id"), id -> new HashSet<>())
          .add(
              row.get("country") + "," + row.get("language") + "," + row.get("level_of_education"));
    }
    assertThat(rows).hasSize(WORLD.learners().count() * WORLD.spec().profileChanges());
    assertThat(told).hasSize(WORLD.learners().count());
    assertThat(DumpedRows.all(dumps, DumpTable.EXTERNAL_ID))
        .extracting(row -> row.get("user_id"))
        .containsExactlyInAnyOrderElementsOf(told.keySet());
    assertThat(told.values()).filteredOn(said -> said.size() > 1).hasSizeGreaterThan(100);
  }

  @Test
  void enrolmentsAgreeWithTheStatements() {
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    Map<String, Boolean> active = new HashMap<>();
    Map<String, String> modes = new HashMap<>();
    Map<String, Long> first = new HashMap<>();
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        boolean registered = data.type == StatementType.REGISTERED;
        if (registered || data.type == StatementType.UNREGISTERED) {
          String key = new UUID(data.accountHigh, data.accountLow) + data.course.key().value();
          active.put(key, registered);
          modes.put(key, data.text.value());
          first.putIfAbsent(key, data.micros);
        }
      }
    }
    for (int run = 0; run < WORLD.runs().size(); run++) {
      for (Map<String, String> row : rows(DumpTable.COURSE_ENROLLMENT, run)) {
        int learner = Integer.parseInt(row.get("user_id")) - WORLD.learners().userId(0);
        String key = WORLD.learners().account(learner) + row.get("course_key");
        assertThat(row.get("mode")).isEqualTo(modes.get(key));
        assertThat(OffsetDateTime.parse(row.get("created").replace(' ', 'T')).toInstant())
            .isEqualTo(Instant.EPOCH.plus(first.get(key), ChronoUnit.MICROS));
        assertThat(row.get("is_active")).isEqualTo(active.get(key) ? "true" : "false");
      }
    }
    assertThat(active).hasSize((int) WORLD.enrolments());
  }
}
