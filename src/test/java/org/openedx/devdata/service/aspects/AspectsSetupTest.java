package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Raw tables that are made once, reported when they are of another form, and named for a cluster.
 */
@Tag("clickhouse")
class AspectsSetupTest extends EmptySite {

  @Test
  void makesEveryRawTableOnce() {
    AspectsSetup.Outcome first = init();
    AspectsSetup.Outcome second = init();
    assertThat(first.created()).hasSize(16).contains("setup_xapi.xapi_events_all");
    assertThat(first.different()).isEmpty();
    assertThat(second.created()).isEmpty();
    assertThat(second.present()).hasSize(16);
    assertThat(second.different()).isEmpty();
  }

  @Test
  void saysWhichMigrationTheTablesAreOf() {
    init();
    init();
    assertThat(site.value("SELECT groupArray(version_num) FROM {x}.alembic_version"))
        .isEqualTo("['0041']");
  }

  @Test
  void olderTableIsReportedAndLeftAlone() {
    site.run("CREATE DATABASE {s}");
    site.run("CREATE TABLE {s}.tag (id Int64, value String) ENGINE = MergeTree ORDER BY id");
    AspectsSetup.Outcome outcome = init();
    assertThat(outcome.different())
        .contains("setup_event_sink.tag.id is of type Int64, not Int32")
        .anyMatch(line -> line.contains("has no column 'lineage'"));
    assertThat(
            site.value(
                "SELECT count() FROM system.columns WHERE database = '{s}' AND table = 'tag'"))
        .isEqualTo("2");
  }

  @Test
  void organisationIsReadFromCourseAddresses() {
    init();
    assertThat(
            site.value("SELECT get_org_from_course_url('http://x/course/course-v1:My-Org_1+C+R')"))
        .isEqualTo("My-Org_1");
    assertThat(site.value("SELECT get_org_from_ccx_course_url('ccx-v1:My_Org+C+R+ccx@1')"))
        .isEqualTo("My");
    assertThat(site.value("SELECT get_org_from_course_url('nothing') IS NULL")).isEqualTo("1");
  }

  @Test
  void replicatedTablesNameTheirCluster() {
    AspectsNames names =
        new AspectsNames("x", "s", "r", "o", "raw", java.util.Optional.of("company cluster"));
    assertThat(CreateTable.of(AspectsTables.STATEMENTS, names.withSource("x")))
        .contains("`x`.`raw` ON CLUSTER `company cluster`")
        .contains("ENGINE = ReplicatedReplacingMergeTree");
  }

  @Test
  void clickHouseUnderstandsTheStatementsForACluster() {
    AspectsNames names =
        new AspectsNames("x", "s", "r", "o", "raw", java.util.Optional.of("company cluster"));
    for (AspectsTable table : AspectsTables.ALL) {
      // Without a cluster and its keeper the statement cannot run, but it can be parsed.
      String understood =
          site.value("SELECT formatQuery(" + TableName.literal(CreateTable.of(table, names)) + ")");
      assertThat(understood)
          .contains("ON CLUSTER `company cluster`")
          .containsPattern("ENGINE = Replicated\\w*MergeTree");
    }
  }
}
