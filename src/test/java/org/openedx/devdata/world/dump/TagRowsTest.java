package org.openedx.devdata.world.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/** Taxonomies, tags and who has them agree in all tables that name them. */
class TagRowsTest {

  private static final World WORLD = Worlds.small(3);

  private final List<TableDump> dumps =
      Dumps.of(
          WORLD,
          new MixModel(WORLD, StatementMix.standard(), 100, 1_024).enrolments(),
          ExportOptions.DEFAULT);
  private final List<Map<String, String>> tags = DumpedRows.all(dumps, DumpTable.TAG);
  private final Map<String, Map<String, String>> byId = new HashMap<>();

  TagRowsTest() {
    tags.forEach(tag -> byId.put(tag.get("id"), tag));
  }

  @Test
  void tagsAreOfTheOneTaxonomyByItsId() {
    List<Map<String, String>> taxonomies = DumpedRows.all(dumps, DumpTable.TAXONOMY);
    assertThat(taxonomies).singleElement();
    String id = taxonomies.get(0).get("id");
    assertThat(taxonomies.get(0).get("name")).isEqualTo("Music");
    assertThat(tags).hasSize(29).allMatch(tag -> tag.get("taxonomy").equals(id));
    assertThat(DumpedRows.all(dumps, DumpTable.OBJECT_TAG))
        .isNotEmpty()
        .allMatch(tag -> tag.get("taxonomy").equals(id))
        .allMatch(tag -> tag.get("_export_id").equals("1-music"));
  }

  @Test
  void lineageGoesFromTheRootToTheTagItself() {
    for (Map<String, String> tag : tags) {
      List<String> values = new ArrayList<>();
      for (Map<String, String> one = tag; one != null; one = byId.get(one.get("parent"))) {
        values.add(0, one.get("value"));
      }
      assertThat(DumpedRows.json(tag, "lineage"))
          .extracting(JsonNode::textValue)
          .as(tag.get("value"))
          .containsExactlyElementsOf(values);
    }
    assertThat(named("Pyle Stringed Jam Caj\u00f3n").get("lineage"))
        .isEqualTo(
            "[\"Percussion instruments\", \"Membranophone\", \"Caj\\u00f3n\","
                + " \"Pyle Stringed Jam Caj\\u00f3n\"]");
    assertThat(named("Wind instruments").get("parent")).isEqualTo("0");
  }

  private Map<String, String> named(String value) {
    return tags.stream().filter(tag -> tag.get("value").equals(value)).findFirst().orElseThrow();
  }

  @Test
  void objectTagsSayOfATagWhatItSaysOfItself() {
    for (Map<String, String> row : DumpedRows.all(dumps, DumpTable.OBJECT_TAG)) {
      Map<String, String> tag = byId.get(row.get("tag"));
      assertThat(row.get("_value")).isEqualTo(tag.get("value"));
      assertThat(row.get("lineage")).isEqualTo(tag.get("lineage"));
    }
  }

  @Test
  void coursesAndBlocksTellTheirTagsWithAllAncestors() {
    Map<String, Set<Integer>> expected = new HashMap<>();
    for (Map<String, String> row : DumpedRows.all(dumps, DumpTable.OBJECT_TAG)) {
      for (String id = row.get("tag"); !id.equals("0"); id = byId.get(id).get("parent")) {
        expected
            .computeIfAbsent(row.get("object_id"), object -> new TreeSet<>())
            .add(Integer.valueOf(id));
      }
    }
    assertThat(expected).hasSizeGreaterThan(100);
    Set<String> courses = new HashSet<>();
    for (Map<String, String> row : DumpedRows.all(dumps, DumpTable.COURSE_OVERVIEWS)) {
      Set<Integer> told = told(DumpedRows.json(row, "course_data_json"));
      assertThat(told).isEqualTo(expected.getOrDefault(row.get("course_key"), Set.of()));
      courses.addAll(told.isEmpty() ? List.of() : List.of(row.get("course_key")));
    }
    assertThat(courses).isNotEmpty();
    for (Map<String, String> row : DumpedRows.all(dumps, DumpTable.COURSE_BLOCKS)) {
      JsonNode data = DumpedRows.json(row, "xblock_data_json");
      String object =
          data.get("block_type").asText().equals("course")
              ? row.get("course_key")
              : row.get("location");
      assertThat(told(data)).as(object).isEqualTo(expected.getOrDefault(object, Set.of()));
    }
  }

  private static Set<Integer> told(JsonNode data) {
    Set<Integer> ids = new TreeSet<>();
    data.get("tags").forEach(id -> ids.add(id.intValue()));
    return ids;
  }
}
