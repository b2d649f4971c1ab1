package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of courses, blocks and tags at each publish. */
class CourseDumpsTest extends SmallDumps {

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
}
