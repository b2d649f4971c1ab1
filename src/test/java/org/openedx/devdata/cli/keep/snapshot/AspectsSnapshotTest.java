package org.openedx.devdata.cli.keep.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** Snapshots of a site in ClickHouse: saved, compared, put back. */
@Tag("clickhouse")
class AspectsSnapshotTest extends AspectsSnapshotLab {

  AspectsSnapshotTest() {
    super("sa");
  }

  @Test
  void rowsComeBackAndTriggersSeeNothingOfIt() {
    CommandLab.Result saved = run("save", "first", "--only", "aspects");
    done(saved);
    assertThat(saved.out())
        .contains("aspects", "left out: dictionaries (sa_event_sink.dim_course_names", "views (");
    Map<String, List<List<String>>> before = rows();
    assertThat(before.get("sa_openedx.`xapi_events_all_parsed`")).hasSize(40);
    done(run("diff", "first"));

    fill(100, 25);
    site.run(
        "ALTER TABLE {o}.xapi_events_all DELETE WHERE event_id < toUUID('00000000-0000-0000-0000-000000000003') SETTINGS mutations_sync = 2");
    site.run("TRUNCATE TABLE {r}.sums");
    assertThat(course(101)).isEqualTo("Botany");
    assertThat(rows()).isNotEqualTo(before);

    CommandLab.Result restored = run("restore", "first", "--yes", "--verbose");

    done(restored);
    assertThat(rows()).isEqualTo(before);
    assertThat(course(101)).isEmpty();
    assertThat(course(1)).isEqualTo("Botany");
    done(run("diff", "first"));
    assertThat(run("restore", "first", "--yes").out()).contains(" 0 tables restored");
    fill(100, 5);
    assertThat(rows().get("sa_openedx.`xapi_events_all_parsed`")).hasSize(45);
    assertNoLeftovers();
  }

  @Test
  void rowsThatDifferAreNamedBySortingKeys() {
    done(run("save", "first", "--only", "aspects"));
    site.run(
        "INSERT INTO {s}.course_overviews (org, course_key, display_name, modified) VALUES ('P', 'course-v1:P+C+1', 'Moss\\t\\'x', '2026-02-02')");
    site.run(
        "INSERT INTO {s}.external_id (external_user_id, external_id_type, username, user_id, time_last_dumped) VALUES ('00000000-0000-0000-0000-00000000000a', 'xapi', 'ada', 7, '1')");
    done(run("save", "second", "--only", "aspects"));
    site.run(
        "INSERT INTO {s}.external_id (external_user_id, external_id_type, username, user_id, time_last_dumped) VALUES ('00000000-0000-0000-0000-00000000000a', 'xapi', 'grace', 7, '1')");
    site.run(
        "ALTER TABLE {o}.xapi_events_all DELETE WHERE event_id = toUUID('00000000-0000-0000-0000-000000000003') SETTINGS mutations_sync = 2");

    CommandLab.Result since = run("diff", "second");

    assertThat(since.code()).as(since.err()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(since.out())
        .contains(
            "aspects sa_event_sink.external_id: 1 row changed",
            "~ 00000000-0000-0000-0000-00000000000a, 1",
            "username: \"ada\" -> \"grace\"",
            "aspects sa_openedx.xapi_events_all: 1 row removed",
            "since snapshot second: 1 row removed, 1 row changed, in 2 tables");
    CommandLab.Result between = run("diff", "first", "second", "--verbose");
    assertThat(between.out())
        .contains(
            "sa_event_sink.course_overviews: 1 row added",
            "display_name: \"Moss\\t'x\"",
            "sa_event_sink.external_id: 1 row added");
    assertThat(run("diff", "second", "--tables", "external_*").out()).contains("in 1 table");
    assertThat(run("diff", "second", "--format", "json").out())
        .contains("\"kind\": \"clickhouse\"");
    done(run("restore", "second", "--yes", "--tables", "sa_event_sink.*"));
    assertThat(run("diff", "second").out()).contains("1 row removed, in 1 table");
  }

  @Test
  void anotherSchemaIsRefusedWithItsDifferences() {
    done(run("save", "first", "--only", "aspects"));
    site.run("ALTER TABLE {r}.sums ADD COLUMN more String");
    site.run("DROP TABLE {s}.tag");
    site.run("CREATE TABLE {s}.extra (a Int8) ENGINE = MergeTree ORDER BY a");
    site.run("TRUNCATE TABLE {r}.sums");

    CommandLab.Result refused = run("restore", "first", "--yes");

    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains(
            "table sa_reporting.sums: column more was not there",
            "table sa_event_sink.tag is not there",
            "table sa_event_sink.extra was not saved");
    assertThat(site.value("SELECT count() FROM {r}.sums")).isEqualTo("0");
    assertThat(run("diff", "first").out()).contains("column more was not there");
    done(run("restore", "first", "--yes", "--force-columns"));
    assertThat(site.value("SELECT sum(n) FROM {r}.sums")).isEqualTo("40");
  }
}
