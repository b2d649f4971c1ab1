package org.openedx.devdata.service.aspects.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.service.aspects.AspectsSite;

/**
 * A small derived layer with the traps of the real one: triggers on triggers, views, dictionaries.
 */
@Tag("clickhouse")
class RebuildTest {

  private AspectsSite site;

  @BeforeEach
  void siteWithDerivedTables() {
    site = new AspectsSite("rebuild");
    AspectsSetup.init(site.clickhouse(), site.names());
    site.run(
        "CREATE TABLE {x}.a_parsed (event_id UUID, actor String, course String) ENGINE ="
            + " ReplacingMergeTree ORDER BY event_id");
    // Columns in another order than the table's: a trigger matches by name.
    site.run(
        "CREATE MATERIALIZED VIEW {x}.a_parsed_mv TO {x}.a_parsed AS SELECT JSONExtractString(event,"
            + " 'course') AS course, JSONExtractString(event, 'actor') AS actor, event_id FROM"
            + " {x}.xapi_events_all");
    site.run(
        "CREATE TABLE {s}.z_blocks (location String, name String) ENGINE = ReplacingMergeTree ORDER"
            + " BY location");
    site.run(
        "CREATE MATERIALIZED VIEW {s}.z_blocks_mv TO {s}.z_blocks AS SELECT location, display_name"
            + " AS name FROM {s}.course_blocks");
    site.run(
        "CREATE DICTIONARY {r}.b_names (location String, name String) PRIMARY KEY location"
            + " SOURCE(CLICKHOUSE(QUERY 'SELECT location, name FROM {s}.z_blocks FINAL'))"
            + " LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(100000)");
    site.run(
        "CREATE VIEW {r}.c_view AS SELECT dictGetOrDefault('{r}.b_names', 'name', tuple(course),"
            + " 'none') AS name, actor FROM {x}.a_parsed");
    site.run(
        "CREATE TABLE {r}.aa_fact (name String, actors UInt64) ENGINE = MergeTree ORDER BY name");
    // Reads the view and is triggered by the parsed table, though its name sorts first.
    site.run(
        "CREATE MATERIALIZED VIEW {r}.aa_fact_mv TO {r}.aa_fact AS SELECT v.name AS name,"
            + " uniqExact(p.actor) AS actors FROM {x}.a_parsed AS p INNER JOIN {r}.c_view AS v ON"
            + " p.actor = v.actor GROUP BY name");
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  private void loadInTheWrongOrder() {
    for (String actor : List.of("one", "two")) {
      site.run(
          "INSERT INTO {x}.xapi_events_all VALUES (generateUUIDv4(), '2026-01-01 00:00:00',"
              + " '{\"course\":\"c\",\"actor\":\"%s\"}')".formatted(actor));
    }
    site.run("INSERT INTO {s}.course_blocks (location, display_name) VALUES ('c', 'Course C')");
  }

  @Test
  void derivedTablesComeAfterWhatTheyRead() {
    List<String> order =
        DerivedTables.read(site.clickhouse(), site.names()).steps().stream()
            .map(step -> step.name().table())
            .toList();
    assertThat(order).containsExactlyInAnyOrder("a_parsed", "z_blocks", "b_names", "aa_fact");
    assertThat(order.indexOf("z_blocks")).isLessThan(order.indexOf("b_names"));
    assertThat(order.indexOf("b_names")).isLessThan(order.indexOf("aa_fact"));
    assertThat(order.indexOf("a_parsed")).isLessThan(order.indexOf("aa_fact"));
  }

  @Test
  void rebuildMendsAWrongLoad() {
    loadInTheWrongOrder();
    assertThat(site.value("SELECT groupArray((name, actors)) FROM {r}.aa_fact"))
        .isNotEqualTo("[('Course C',2)]");
    List<String> told = new ArrayList<>();
    List<Rebuild.Rebuilt> rebuilt = Rebuild.all(site.clickhouse(), site.names(), told::add);
    assertThat(site.value("SELECT groupArray((name, actors)) FROM {r}.aa_fact"))
        .isEqualTo("[('Course C',2)]");
    assertThat(site.value("SELECT groupUniqArray(course) FROM {x}.a_parsed")).isEqualTo("['c']");
    assertThat(rebuilt).hasSize(4);
    assertThat(told).hasSize(4);
  }

  @Test
  void secondRebuildGivesTheSame() {
    loadInTheWrongOrder();
    List<Rebuild.Rebuilt> first = Rebuild.all(site.clickhouse(), site.names(), line -> {});
    assertThat(Rebuild.all(site.clickhouse(), site.names(), line -> {})).isEqualTo(first);
  }

  @Test
  void dictionariesAloneAreReloaded() {
    site.run("INSERT INTO {s}.course_blocks (location, display_name) VALUES ('c', 'Old')");
    Preparation.beforeStatements(site.clickhouse(), site.names(), line -> {});
    site.run("INSERT INTO {s}.z_blocks VALUES ('c', 'New')");
    assertThat(site.value("SELECT dictGet('{r}.b_names', 'name', tuple('c'))")).isEqualTo("Old");
    assertThat(Preparation.beforeStatements(site.clickhouse(), site.names(), line -> {}))
        .hasSize(1);
    assertThat(site.value("SELECT dictGet('{r}.b_names', 'name', tuple('c'))")).isEqualTo("New");
  }
}
