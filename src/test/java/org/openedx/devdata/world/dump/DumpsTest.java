package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** All tables of a world: their columns, their numbers, their agreement with the statements. */
class DumpsTest extends SmallDumps {

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
  void idsOfMarkedExportsBeginAsNoOtherWorldsDo() {
    Set<String> all = new HashSet<>();
    for (World world : List.of(WORLD, Worlds.small(4), Worlds.small(5))) {
      String prefix = DumpMark.of(world.spec()).prefix();
      assertThat(prefix).matches("[0-9a-f]{8}-[0-9a-f]{4}");
      Enrolments enrolments =
          new MixModel(world, StatementMix.standard(), 5_000, 1_024).enrolments();
      Set<String> ids = new HashSet<>();
      for (TableDump dump :
          Dumps.marked(world, enrolments, CourseHistory.NONE, ExportOptions.DEFAULT)) {
        DumpedRows.of(dump, 0).forEach(row -> ids.add(row.get("dump_id")));
      }
      assertThat(ids)
          .hasSizeGreaterThan(60)
          .allMatch(id -> id.startsWith(prefix) && UUID.fromString(id).version() == 4);
      assertThat(all.add(prefix)).isTrue();
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
}
