package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/** Raw tables as the engine has them: they are those of the migrations, and as described. */
@Tag("clickhouse")
class MigratedTablesTest extends EmptySite {

  @Test
  void keysAndPartitionsAreThoseOfTheMigrations() {
    init();
    List<List<String>> rows =
        site.clickhouse()
            .rows(
                "SELECT name, engine, partition_key, primary_key, sorting_key FROM system.tables WHERE database IN ('setup_xapi', 'setup_event_sink', 'setup_openedx') ORDER BY database, name");
    String keys =
        rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    assertThat(keys)
        .isEqualTo(
            """
            aspects_data | ReplacingMergeTree |  | path | path
            course_blocks | MergeTree |  | org, course_key, location, edited_on | org, course_key, location, edited_on, order
            course_enrollment | MergeTree |  | course_key, user_id, time_last_dumped | course_key, user_id, time_last_dumped
            course_overviews | MergeTree |  | org, course_key, modified, time_last_dumped | org, course_key, modified, time_last_dumped
            course_relationships | MergeTree |  | course_key, parent_location, child_location, time_last_dumped | course_key, parent_location, child_location, time_last_dumped, order
            external_id | ReplacingMergeTree | user_id % 100 | external_user_id, time_last_dumped | external_user_id, time_last_dumped
            load_test_runs | MergeTree |  | run_id, timestamp | run_id, timestamp
            load_test_stats | MergeTree |  | run_id, timestamp | run_id, timestamp
            object_tag | ReplacingMergeTree |  | id, time_last_dumped | id, time_last_dumped
            tag | ReplacingMergeTree |  | id, time_last_dumped | id, time_last_dumped
            taxonomy | ReplacingMergeTree |  | id, time_last_dumped | id, time_last_dumped
            user_profile | ReplacingMergeTree | user_id % 100 | id, time_last_dumped | id, time_last_dumped
            _tracking | MergeTree |  | time | time
            xapi_events_all | ReplacingMergeTree |  | emission_time | emission_time, event_id
            alembic_version | ReplacingMergeTree |  |  |\s
            xapi_events_all | ReplacingMergeTree | toYYYYMM(emission_time) | emission_time, event_id | emission_time, event_id""");
  }

  @Test
  void columnsAreThoseOfTheMigrations() {
    init();
    String columns =
        site
            .clickhouse()
            .rows(
                "SELECT table, arrayStringConcat(groupArray(concat(name, ' ', type, if(default_kind ="
                    + " '', '', concat(' ', default_kind, ' ', default_expression)))), ', ') FROM"
                    + " (SELECT * FROM system.columns WHERE database IN ('setup_xapi',"
                    + " 'setup_event_sink', 'setup_openedx') ORDER BY database, table, position)"
                    + " GROUP BY database, table ORDER BY database, table")
            .stream()
            .map(row -> String.join(": ", row))
            .collect(Collectors.joining("\n"));
    assertThat(columns)
        .isEqualTo(
            """
            aspects_data: path String, content String
            course_blocks: org String, course_key String, location String, display_name String, xblock_data_json String, order Int32 DEFAULT 0, edited_on String, dump_id UUID, time_last_dumped String
            course_enrollment: id Int32, course_key String, created String, is_active Bool, mode LowCardinality(String), username String, user_id Int32, dump_id UUID, time_last_dumped String
            course_overviews: org String, course_key String, display_name String, course_start String, course_end String, enrollment_start String, enrollment_end String, self_paced Bool, course_data_json String, created String, modified String, dump_id UUID, time_last_dumped String
            course_relationships: course_key String, parent_location String, child_location String, order Int32, dump_id UUID, time_last_dumped String
            external_id: external_user_id UUID, external_id_type String, username String, user_id Int32, dump_id UUID, time_last_dumped String
            load_test_runs: run_id String, timestamp DateTime DEFAULT now(), event_type String, extra String
            load_test_stats: run_id String, timestamp DateTime DEFAULT now(), stats String
            object_tag: id Int32, object_id String, taxonomy Int32, tag Int32, _value String, _export_id String, lineage String, dump_id UUID, time_last_dumped String
            tag: id Int32, taxonomy Int32, parent Int32, value String, external_id String, lineage String, dump_id UUID, time_last_dumped String
            taxonomy: id Int32, name String, dump_id UUID, time_last_dumped String
            user_profile: id Int32, user_id Int32, name String, username String DEFAULT '', email String DEFAULT '', meta String, courseware String, language String, location String, year_of_birth String, gender String, level_of_education String, mailing_address String, city String, country String, state String, goals String, bio String, profile_image_uploaded_at String, phone_number String, dump_id UUID, time_last_dumped String
            _tracking: time DateTime, message String
            xapi_events_all: event_id UUID, emission_time DateTime64(6), event String
            alembic_version: version_num String, dt DateTime DEFAULT now()
            xapi_events_all: event_id UUID, emission_time DateTime64(6), event String""");
  }

  /** What writers and checks go by is what the engine makes of it. */
  @Test
  void tablesAreAsDescribed() {
    init();
    for (AspectsTable table : AspectsTables.ALL) {
      TableName name = site.names().of(table);
      String where =
          "database = %s AND %s = %s"
              .formatted(TableName.literal(name.database()), "%s", TableName.literal(name.table()));
      assertThat(
              site.clickhouse()
                  .rows(
                      "SELECT name, type, default_expression FROM system.columns WHERE %s ORDER BY position"
                          .formatted(where.formatted("table"))))
          .as("columns of %s", name)
          .isEqualTo(
              table.columns().stream()
                  .map(column -> List.of(column.name(), column.type(), column.fallback()))
                  .toList());
      AspectsTable.Storage storage = table.storage();
      assertThat(
              site.clickhouse()
                  .rows(
                      "SELECT engine, partition_key, primary_key, sorting_key FROM system.tables WHERE %s"
                          .formatted(where.formatted("name"))))
          .as("storage of %s", name)
          .containsExactly(
              List.of(
                  storage.engine().replaceAll("\\(.*", ""),
                  storage.partition(),
                  columnsOf(storage.primary().isEmpty() ? storage.order() : storage.primary()),
                  columnsOf(storage.order())));
    }
  }

  /** A key as the server lists it. */
  private static String columnsOf(String key) {
    return key.equals("tuple()") ? "" : key.replaceAll("[()`]", "");
  }
}
