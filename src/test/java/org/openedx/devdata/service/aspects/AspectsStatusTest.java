package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("clickhouse")
class AspectsStatusTest {

  private AspectsSite site;

  @BeforeEach
  void emptySite() {
    site = new AspectsSite("status");
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  private AspectsStatus status() {
    return AspectsStatus.read(site.clickhouse(), site.names());
  }

  @Test
  void emptyServerHasNothing() {
    AspectsStatus status = status();
    assertThat(status.rawForm()).isEqualTo(AspectsStatus.RawForm.MISSING);
    assertThat(status.migration()).isEmpty();
    assertThat(status.dbt()).isEqualTo(AspectsStatus.Dbt.NOT_RUN);
    assertThat(status.features()).containsEntry("tags", false);
  }

  @Test
  void newSiteIsCurrent() {
    AspectsSetup.init(site.clickhouse(), site.names());
    AspectsStatus status = status();
    assertThat(status.rawForm()).isEqualTo(AspectsStatus.RawForm.CURRENT);
    assertThat(status.migration()).contains("0041");
    assertThat(status.partitioned()).isFalse();
    assertThat(status.replicated()).isFalse();
    assertThat(status.otherRows()).isZero();
    assertThat(status.features().values()).containsOnly(true);
    assertThat(status.rows()).hasSize(9).containsEntry("status_event_sink.tag", 0L);
  }

  @Test
  void oldSiteIsRecognised() {
    site.run("CREATE DATABASE {x}");
    site.run("CREATE DATABASE {s}");
    site.run(
        "CREATE TABLE {x}.xapi_events_all (event_id UUID, emission_time DateTime64(6), event_str"
            + " String) ENGINE = MergeTree ORDER BY event_id");
    site.run(
        "CREATE TABLE {s}.user_profile (id Int32, email String) ENGINE = MergeTree ORDER BY id");
    AspectsStatus status = status();
    assertThat(status.rawForm()).isEqualTo(AspectsStatus.RawForm.WITH_EVENT_STR);
    assertThat(status.partitioned()).isFalse();
    assertThat(status.features())
        .containsEntry("email", true)
        .containsEntry("username", false)
        .containsEntry("course_enrollment", false);
  }

  @Test
  void derivedTablesTellTheReleaseOfDbtAndTheTtl() {
    AspectsSetup.init(site.clickhouse(), site.names());
    site.run(
        "CREATE TABLE {x}.xapi_events_all_parsed (event_id UUID, emission_time DateTime) ENGINE ="
            + " ReplacingMergeTree ORDER BY event_id TTL toDateTime(emission_time) + INTERVAL 1 YEAR");
    assertThat(status().dbt()).isEqualTo(AspectsStatus.Dbt.BEFORE_4);
    site.run("CREATE VIEW {r}.dim_student_status AS SELECT 1 AS a");
    assertThat(status().dbt()).isEqualTo(AspectsStatus.Dbt.FROM_8);
    site.run("CREATE VIEW {r}.dim_subsection_performance AS SELECT 1 AS a");
    assertThat(status().dbt()).isEqualTo(AspectsStatus.Dbt.FROM_4_TO_7);
    assertThat(status().ttl()).contains("toDateTime(emission_time) + toIntervalYear(1)");
  }

  @Test
  void rowsThatReportsDoNotReadAreSeen() {
    AspectsSetup.init(site.clickhouse(), site.names());
    site.run("INSERT INTO status_xapi.xapi_events_all (event) VALUES ('{}')");
    assertThat(status().otherRows()).isEqualTo(1);
    site.run(
        "INSERT INTO status_openedx.xapi_events_all (event_id, event) SELECT generateUUIDv4(),"
            + " '{}' FROM numbers(2)");
    assertThat(site.ofRalph().names().otherStatements())
        .hasToString("status_openedx.xapi_events_all");
    assertThat(status().otherRows()).isEqualTo(2);
    assertThat(status().partitioned()).isTrue();
  }
}
