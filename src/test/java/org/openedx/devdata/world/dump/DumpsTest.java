package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
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
  private final List<TableDump> dumps = Dumps.of(WORLD, model.enrolments(), true);

  @Test
  void everyRowHasAValueForEachColumnAndTheCountsAreRight() {
    for (TableDump dump : dumps) {
      for (int unit = 0; unit < dump.units(); unit++) {
        List<Map<String, String>> rows = rows(dump, unit);
        assertThat(rows).isNotEmpty();
        if (dump.rows(unit) >= 0) {
          assertThat(rows).as("%s", dump.table()).hasSize((int) dump.rows(unit));
        }
      }
    }
  }

  @Test
  void withoutPiiNothingTellsWhoLearnersAre() {
    assertThat(Dumps.of(WORLD, model.enrolments(), false))
        .extracting(TableDump::table)
        .doesNotContain(DumpTable.USER_PROFILE, DumpTable.EXTERNAL_ID)
        .contains(DumpTable.COURSE_ENROLLMENT);
  }

  @Test
  void blocksAreNumberedInTheOrderOfAProperTree() throws IOException {
    int section = 0;
    int subsection = 0;
    int unit = 0;
    int order = 0;
    List<Map<String, String>> rows = rows(DumpTable.COURSE_BLOCKS, 0);
    for (Map<String, String> row : rows.subList(0, rows.size() / 2)) {
      JsonNode data = JSON.readTree(row.get("xblock_data_json"));
      switch (data.get("block_type").asText()) {
        case "chapter" -> {
          section++;
          subsection = 0;
          unit = 0;
        }
        case "sequential" -> {
          subsection++;
          unit = 0;
        }
        case "vertical" -> unit++;
        case "course" -> assertThat(row.get("order")).isEqualTo("1");
        default -> assertThat(unit).isPositive();
      }
      assertThat(row.get("order")).isEqualTo(Integer.toString(++order));
      assertThat(data.get("section").intValue()).isEqualTo(section);
      assertThat(data.get("subsection").intValue()).isEqualTo(subsection);
      assertThat(data.get("unit").intValue()).isEqualTo(unit);
    }
    assertThat(section).isEqualTo(WORLD.runs().get(0).course().size().chapters());
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
      assertThat(rows(dump, 0).get(0).get("time_last_dumped"))
          .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
    }
  }

  @Test
  void tagsTellTheirLineageToThemselvesAndCoursesTheirTagsWithAncestors() throws IOException {
    Map<String, String> piano = rows(DumpTable.TAG, 0).get(28);
    assertThat(piano.get("lineage"))
        .isEqualTo("[\"Percussion instruments\", \"Chordophone\", \"Piano\"]");
    Map<Integer, Integer> parents = new HashMap<>();
    rows(DumpTable.TAG, 0)
        .forEach(
            row ->
                parents.put(Integer.parseInt(row.get("id")), Integer.parseInt(row.get("parent"))));
    int tagged = 0;
    for (Map<String, String> row : rows(DumpTable.COURSE_OVERVIEWS, 0)) {
      Set<Integer> tags = new HashSet<>();
      JSON.readTree(row.get("course_data_json")).get("tags").forEach(id -> tags.add(id.intValue()));
      for (int tag : tags) {
        assertThat(parents.get(tag) == 0 || tags.contains(parents.get(tag))).isTrue();
        tagged++;
      }
    }
    assertThat(tagged).isPositive();
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
  void enrolmentsAgreeWithTheStatements() {
    FrameReader reader = model.reader();
    StatementData data = new StatementData();
    Map<String, Boolean> active = new HashMap<>();
    Map<String, String> modes = new HashMap<>();
    for (int frame = 0; frame < model.frames(); frame++) {
      reader.open(frame);
      while (reader.next(data)) {
        boolean registered = data.type == StatementType.REGISTERED;
        if (registered || data.type == StatementType.UNREGISTERED) {
          String key = new UUID(data.accountHigh, data.accountLow) + data.course.key().value();
          active.put(key, registered);
          modes.put(key, data.text.value());
        }
      }
    }
    for (int run = 0; run < WORLD.runs().size(); run++) {
      for (Map<String, String> row : rows(DumpTable.COURSE_ENROLLMENT, run)) {
        int learner = Integer.parseInt(row.get("user_id"));
        String key = WORLD.learners().account(learner) + row.get("course_key");
        assertThat(row.get("mode")).isEqualTo(modes.get(key));
        assertThat(row.get("is_active")).isEqualTo(active.get(key) ? "true" : "false");
      }
    }
    assertThat(active).hasSize((int) WORLD.enrolments());
  }

  private List<Map<String, String>> rows(DumpTable table, int unit) {
    return rows(
        dumps.stream().filter(dump -> dump.table() == table).findFirst().orElseThrow(), unit);
  }

  private static List<Map<String, String>> rows(TableDump dump, int unit) {
    Collected collected = new Collected(dump.table());
    dump.write(unit, collected);
    return collected.rows;
  }

  /** Rows as maps from column to text. */
  private static final class Collected implements RowWriter {

    private final List<DumpTable.Column> columns;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private Map<String, String> row = new HashMap<>();

    Collected(DumpTable table) {
      this.columns = table.columns();
    }

    private void put(ColumnType type, String value) {
      DumpTable.Column column = columns.get(row.size());
      assertThat(column.type()).as(column.name()).isEqualTo(type);
      row.put(column.name(), value);
    }

    @Override
    public void text(String value) {
      put(ColumnType.STRING, value);
    }

    @Override
    public void number(int value) {
      put(ColumnType.INT32, Integer.toString(value));
    }

    @Override
    public void noNumber() {
      put(ColumnType.INT32, "0");
    }

    @Override
    public void flag(boolean value) {
      put(ColumnType.BOOL, Boolean.toString(value));
    }

    @Override
    public void uuid(long high, long low) {
      put(ColumnType.UUID, new UUID(high, low).toString());
    }

    @Override
    public void endRow() {
      assertThat(row).hasSize(columns.size());
      rows.add(row);
      row = new HashMap<>();
    }
  }
}
