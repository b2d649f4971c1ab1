package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

class DumpsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final World WORLD = Worlds.small(3);

  private final MixModel model = new MixModel(WORLD, StatementMix.standard(), 5_000, 1_024);
  private final List<TableDump> dumps = Dumps.of(WORLD, model.enrolments(), ExportOptions.DEFAULT);

  @Test
  void everyRowHasAValueForEachColumnAndTheCountsAreRight() {
    for (TableDump dump : dumps) {
      for (int unit = 0; unit < dump.units(); unit++) {
        List<Map<String, String>> rows = DumpedRows.of(dump, unit);
        assertThat(rows).isNotEmpty();
        if (dump.rows(unit) >= 0) {
          assertThat(rows).as("%s", dump.table()).hasSize((int) dump.rows(unit));
        }
      }
    }
  }

  @Test
  void withoutPiiNothingTellsWhoLearnersAre() {
    assertThat(Dumps.of(WORLD, model.enrolments(), new ExportOptions(false, false)))
        .extracting(TableDump::table)
        .doesNotContain(DumpTable.USER_PROFILE, DumpTable.EXTERNAL_ID)
        .contains(DumpTable.COURSE_ENROLLMENT);
  }

  @Test
  void blocksOfVideosHaveTimesWhereTheSiteHasThem() throws IOException {
    for (boolean times : List.of(false, true)) {
      List<TableDump> made = Dumps.of(WORLD, model.enrolments(), new ExportOptions(true, times));
      int videos = 0;
      for (Map<String, String> row : DumpedRows.all(made, DumpTable.COURSE_BLOCKS)) {
        JsonNode data = JSON.readTree(row.get("xblock_data_json"));
        boolean video = data.get("block_type").asText().equals("video");
        videos += video ? 1 : 0;
        for (String name : List.of("video_start_time", "video_end_time")) {
          assertThat(data.has(name)).isEqualTo(video && times);
          assertThat(data.path(name).isMissingNode() || data.get(name).isDouble()).isTrue();
        }
      }
      assertThat(videos).isPositive();
    }
  }

  @Test
  void idsOfMarkedExportsBeginAsNoOtherWorldsDo() {
    Set<String> all = new HashSet<>();
    for (World world : List.of(WORLD, Worlds.small(4), Worlds.small(5))) {
      String prefix = DumpMark.of(world.spec()).prefix();
      assertThat(prefix).matches("[0-9a-f]{8}-[0-9a-f]{4}");
      Enrolments enrolments =
          new MixModel(world, StatementMix.standard(), 5_000, 1_024).enrolments();
      Set<String> ids = new HashSet<>();
      for (TableDump dump : Dumps.marked(world, enrolments, ExportOptions.DEFAULT)) {
        DumpedRows.of(dump, 0).forEach(row -> ids.add(row.get("dump_id")));
      }
      assertThat(ids)
          .hasSizeGreaterThan(60)
          .allMatch(id -> id.startsWith(prefix) && UUID.fromString(id).version() == 4);
      assertThat(all.add(prefix)).isTrue();
    }
  }

  @Test
  void aPublishOfACourseAndItsBlocksIsOneExport() {
    Set<String> courses = new HashSet<>();
    for (int publish = 0; publish < 2; publish++) {
      courses.add(rows(DumpTable.COURSE_OVERVIEWS, publish).get(0).get("dump_id"));
    }
    Set<String> blocks = new HashSet<>();
    rows(DumpTable.COURSE_BLOCKS, 0).forEach(row -> blocks.add(row.get("dump_id")));
    assertThat(blocks).hasSize(2).isEqualTo(courses);
  }

  @Test
  void exportTimesHaveOneFormAndTheLaterPublishIsTheNewer() {
    String first = rows(DumpTable.COURSE_OVERVIEWS, 0).get(0).get("time_last_dumped");
    String second = rows(DumpTable.COURSE_OVERVIEWS, 1).get(0).get("time_last_dumped");
    assertThat(second).isGreaterThan(first);
    for (TableDump dump : dumps) {
      assertThat(DumpedRows.of(dump, 0).get(0).get("time_last_dumped"))
          .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
    }
  }

  @Test
  void objectTagsNameBlocksAndCoursesThatExistAndHaveNumbersOfTheirOwn() {
    Set<String> known = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    rows(DumpTable.COURSE_OVERVIEWS, 0).forEach(row -> known.add(row.get("course_key")));
    for (int run = 0; run < WORLD.runs().size(); run++) {
      rows(DumpTable.COURSE_BLOCKS, run).forEach(row -> known.add(row.get("location")));
      Set<String> ofRun = new HashSet<>();
      for (Map<String, String> row : rows(DumpTable.OBJECT_TAG, run)) {
        assertThat(known).contains(row.get("object_id"));
        ofRun.add(row.get("id"));
      }
      for (String number : ofRun) {
        assertThat(numbers.add(number)).isTrue();
      }
    }
  }

  @Test
  void whatStatementsNameExistsInTheTables() throws IOException {
    Set<String> blocks = new HashSet<>();
    for (int run = 0; run < WORLD.runs().size(); run++) {
      rows(DumpTable.COURSE_BLOCKS, run).forEach(row -> blocks.add(row.get("location")));
    }
    Set<String> accounts = new HashSet<>();
    rows(DumpTable.EXTERNAL_ID, 0).forEach(row -> accounts.add(row.get("external_user_id")));
    Set<String> keys = new HashSet<>();
    rows(DumpTable.COURSE_OVERVIEWS, 0).forEach(row -> keys.add(row.get("course_key")));
    StatementRenderer renderer =
        new StatementRenderer(new StatementSettings("http://localhost:18000", "t@1"));
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    OutputBytes json = new OutputBytes(4096);
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        renderer.identify(data);
        json.clear();
        renderer.render(data, Quoting.PLAIN, json);
        JsonNode statement = JSON.readTree(json.toString());
        String object = statement.at("/object/id").asText();
        assertThat(accounts).contains(statement.at("/actor/account/name").asText());
        if (object.contains("/xblock/")) {
          String location = object.substring(object.indexOf("/xblock/") + 8);
          assertThat(blocks).contains(location.replaceAll("/(answer|hint/\\d)$", ""));
        } else if (object.contains("/course/")) {
          assertThat(keys).contains(object.substring(object.lastIndexOf('/') + 1));
        }
      }
    }
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
  void aCourseSaysTheSameOfItselfAtEachPublish() {
    List<Map<String, String>> first = rows(DumpTable.COURSE_OVERVIEWS, 0);
    List<Map<String, String>> second = rows(DumpTable.COURSE_OVERVIEWS, 1);
    Set<String> ofTheExport = Set.of("modified", "dump_id", "time_last_dumped");
    assertThat(first).hasSize(WORLD.runs().size()).hasSameSizeAs(second);
    for (int run = 0; run < first.size(); run++) {
      Map<String, String> before = new HashMap<>(first.get(run));
      Map<String, String> after = new HashMap<>(second.get(run));
      ofTheExport.forEach(
          column -> assertThat(before.remove(column)).isNotEqualTo(after.remove(column)));
      assertThat(after).isEqualTo(before);
    }
  }

  @Test
  void whatIsToldOfACourseHasTheKeysOfThePlugin() {
    for (Map<String, String> row : rows(DumpTable.COURSE_OVERVIEWS, 0)) {
      assertThat(DumpedRows.json(row, "course_data_json").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder(
              "advertised_start",
              "announcement",
              "lowest_passing_grade",
              "invitation_only",
              "max_student_enrollments_allowed",
              "effort",
              "enable_proctored_exams",
              "entrance_exam_enabled",
              "external_id",
              "language",
              "tags");
      assertThat(row.get("course_start")).matches("\\d{4}-\\d\\d-\\d\\d 00:00:00\\+00:00");
      assertThat(row.get("enrollment_end")).matches("\\d{4}-\\d\\d-\\d\\dT00:00:00Z");
      assertThat(row.get("created")).isLessThan(row.get("modified"));
    }
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

  private List<Map<String, String>> rows(DumpTable table, int unit) {
    return DumpedRows.of(dumps, table, unit);
  }
}
