package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.model.MixModel;

/** The blocks of a generated course are a proper tree, whatever its size. */
class CourseTreeTest {

  private static final List<String> KEYS =
      List.of(
          "course",
          "run",
          "block_type",
          "detached",
          "graded",
          "completion_mode",
          "section",
          "subsection",
          "unit",
          "tags");

  /** The usual, the least, much below little and little below much. */
  static List<CourseSize> sizes() {
    return List.of(
        new CourseSize("usual", 2, 5, 30, 10, 3, 10, 20, 20),
        new CourseSize("least", 1, 1, 1, 1, 1, 1, 1, 1),
        new CourseSize("broad", 1, 5, 200, 3, 1, 1, 40, 1),
        new CourseSize("bare", 1, 5, 1, 1, 12, 5, 3, 1));
  }

  private static World world(CourseSize size) {
    return World.of(
        new WorldSpec(
            5,
            "http://localhost:18000",
            LocalDate.parse("2025-01-01").toEpochDay(),
            LocalDate.parse("2026-01-01").toEpochDay(),
            120,
            2,
            10,
            1,
            3,
            List.of(size)));
  }

  private static List<Map<String, String>> blocks(World world) {
    MixModel model = new MixModel(world, StatementMix.standard(), 100, 1_024);
    return DumpedRows.of(
        Dumps.of(world, model.enrolments(), ExportOptions.DEFAULT), DumpTable.COURSE_BLOCKS, 0);
  }

  private static BlockType type(Map<String, String> row) {
    JsonNode data = DumpedRows.json(row, "xblock_data_json");
    return BlockType.valueOf(data.get("block_type").asText().toUpperCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyLeafIsInAVerticalInASequentialInAChapter(CourseSize size) {
    int section = 0;
    int subsection = 0;
    int unit = 0;
    int order = 0;
    boolean graded = false;
    for (Map<String, String> row : blocks(world(size))) {
      JsonNode data = DumpedRows.json(row, "xblock_data_json");
      switch (type(row)) {
        case COURSE -> {
          // The tree begins again with each publish.
          section = 0;
          subsection = 0;
          unit = 0;
          order = 0;
          graded = false;
        }
        case CHAPTER -> {
          section++;
          subsection = 0;
          unit = 0;
          graded = false;
        }
        case SEQUENTIAL -> {
          assertThat(section).isPositive();
          subsection++;
          unit = 0;
          graded = data.get("graded").intValue() == 1;
        }
        case VERTICAL -> {
          assertThat(subsection).isPositive();
          unit++;
        }
        default -> assertThat(unit).isPositive();
      }
      assertThat(row.get("order")).isEqualTo(Integer.toString(++order));
      assertThat(data.get("section").intValue()).isEqualTo(section);
      assertThat(data.get("subsection").intValue()).isEqualTo(subsection);
      assertThat(data.get("unit").intValue()).isEqualTo(unit);
      assertThat(data.get("graded").intValue()).isEqualTo(graded ? 1 : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everyPublishHasEachBlockOnceUnderItsUsageKey(CourseSize size) {
    World world = world(size);
    CourseRun run = world.runs().get(0);
    String course = run.key().substring("course-v1:".length());
    Map<String, Integer> publishes = new HashMap<>();
    Map<BlockType, Integer> counts = new EnumMap<>(BlockType.class);
    for (Map<String, String> row : blocks(world)) {
      BlockType type = type(row);
      String id = type == BlockType.COURSE ? "course" : "[0-9a-f]{32}";
      assertThat(row.get("location"))
          .startsWith("block-v1:" + course + "+")
          .matches(".*\\+type@" + type.key() + "\\+block@" + id);
      publishes.merge(row.get("location"), 1, Integer::sum);
      counts.merge(type, 1, Integer::sum);
    }
    assertThat(publishes).containsValue(3).doesNotContainValue(1).doesNotContainValue(2);
    for (BlockType type : BlockType.values()) {
      assertThat(counts.getOrDefault(type, 0)).as(type.key()).isEqualTo(3 * size.count(type));
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void whatIsToldOfABlockHasTheKeysOfThePlugin(CourseSize size) {
    World world = world(size);
    CourseRun run = world.runs().get(0);
    Set<Integer> graded = new HashSet<>();
    for (Map<String, String> row : blocks(world)) {
      JsonNode data = DumpedRows.json(row, "xblock_data_json");
      assertThat(data.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(KEYS);
      assertThat(row.get("course_key")).isEqualTo(run.key());
      assertThat(row.get("org")).isEqualTo(run.course().org());
      assertThat(data.get("course").textValue()).isEqualTo(run.course().shortId());
      assertThat(data.get("run").textValue()).isEqualTo(run.courseKey().run());
      assertThat(data.get("detached").intValue()).isZero();
      assertThat(data.get("completion_mode").textValue())
          .isEqualTo(
              type(row) == BlockType.PROBLEM || type(row) == BlockType.VIDEO
                  ? "completable"
                  : "aggregator");
      graded.add(data.get("graded").intValue());
    }
    assertThat(graded).contains(1);
  }
}
