package org.openedx.devdata.world.raw;

import static org.openedx.devdata.world.raw.AspectsDatabase.EVENT_SINK;
import static org.openedx.devdata.world.raw.AspectsDatabase.OPENEDX;
import static org.openedx.devdata.world.raw.AspectsDatabase.XAPI;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.world.raw.AspectsTable.Column;
import org.openedx.devdata.world.raw.AspectsTable.Storage;

/**
 * The raw tables after migration {@value #MIGRATION}, the last one of Aspects 1.4 to 6.1. No column
 * may be NULL: "nothing" is an empty text, 0 or the zero UUID.
 */
public final class AspectsTables {

  /** Version of these tables in {@code xapi.alembic_version}. */
  public static final String MIGRATION = "0041";

  private static final String EXPORT = "dump_id UUID; time_last_dumped String";

  /** xAPI statements. */
  public static final AspectsTable STATEMENTS =
      new AspectsTable(
          XAPI,
          "xapi_events_all",
          columns("event_id UUID; emission_time DateTime64(6); event String"),
          new Storage(
              "ReplacingMergeTree",
              "toYYYYMM(emission_time)",
              "(emission_time, event_id)",
              "(emission_time, event_id)"));

  public static final AspectsTable COURSE_OVERVIEWS =
      plain(
          "course_overviews",
          "org String; course_key String; display_name String; course_start String;"
              + " course_end String; enrollment_start String; enrollment_end String;"
              + " self_paced Bool; course_data_json String; created String; modified String; "
              + EXPORT,
          "",
          "(org, course_key, modified, time_last_dumped)");

  public static final AspectsTable COURSE_BLOCKS =
      plain(
          "course_blocks",
          "org String; course_key String; location String; display_name String;"
              + " xblock_data_json String; order Int32 = 0; edited_on String; "
              + EXPORT,
          "(org, course_key, location, edited_on)",
          "(org, course_key, location, edited_on, `order`)");

  /** Nothing writes or reads it any more; sites drop it. */
  public static final AspectsTable COURSE_RELATIONSHIPS =
      plain(
          "course_relationships",
          "course_key String; parent_location String; child_location String; order Int32; "
              + EXPORT,
          "(course_key, parent_location, child_location, time_last_dumped)",
          "(course_key, parent_location, child_location, time_last_dumped, `order`)");

  public static final AspectsTable USER_PROFILE =
      replacing(
          "user_profile",
          "id Int32; user_id Int32; name String; username String = ''; email String = '';"
              + " meta String; courseware String; language String; location String;"
              + " year_of_birth String; gender String; level_of_education String;"
              + " mailing_address String; city String; country String; state String; goals String;"
              + " bio String; profile_image_uploaded_at String; phone_number String; "
              + EXPORT,
          "user_id % 100",
          "(id, time_last_dumped)");

  public static final AspectsTable EXTERNAL_ID =
      replacing(
          "external_id",
          "external_user_id UUID; external_id_type String; username String; user_id Int32; "
              + EXPORT,
          "user_id % 100",
          "(external_user_id, time_last_dumped)");

  /** Sites may have dropped it. */
  public static final AspectsTable COURSE_ENROLLMENT =
      plain(
          "course_enrollment",
          "id Int32; course_key String; created String; is_active Bool;"
              + " mode LowCardinality(String); username String; user_id Int32; "
              + EXPORT,
          "",
          "(course_key, user_id, time_last_dumped)");

  public static final AspectsTable TAXONOMY =
      replacing("taxonomy", "id Int32; name String; " + EXPORT, "", "(id, time_last_dumped)");

  public static final AspectsTable TAG =
      replacing(
          "tag",
          "id Int32; taxonomy Int32; parent Int32; value String; external_id String;"
              + " lineage String; "
              + EXPORT,
          "",
          "(id, time_last_dumped)");

  public static final AspectsTable OBJECT_TAG =
      replacing(
          "object_tag",
          "id Int32; object_id String; taxonomy Int32; tag Int32; _value String;"
              + " _export_id String; lineage String; "
              + EXPORT,
          "",
          "(id, time_last_dumped)");

  private static final AspectsTable LOAD_TEST_RUNS =
      plain(
          "load_test_runs",
          "run_id String; timestamp DateTime = now(); event_type String; extra String",
          "",
          "(run_id, timestamp)");

  private static final AspectsTable LOAD_TEST_STATS =
      plain(
          "load_test_stats",
          "run_id String; timestamp DateTime = now(); stats String",
          "",
          "(run_id, timestamp)");

  public static final AspectsTable ASPECTS_DATA =
      replacing("aspects_data", "path String; content String", "", "path");

  public static final AspectsTable VECTOR_STATEMENTS =
      new AspectsTable(
          OPENEDX,
          "xapi_events_all",
          STATEMENTS.columns(),
          new Storage("ReplacingMergeTree", "", "emission_time", "(emission_time, event_id)"));

  private static final AspectsTable TRACKING =
      new AspectsTable(
          OPENEDX,
          "_tracking",
          columns("time DateTime; message String"),
          new Storage("MergeTree", "", "", "time"));

  public static final AspectsTable ALEMBIC_VERSION =
      new AspectsTable(
          XAPI,
          "alembic_version",
          columns("version_num String; dt DateTime = now()"),
          new Storage("ReplacingMergeTree(dt)", "", "", "tuple()"));

  /** Every raw table, for a new site. */
  public static final List<AspectsTable> ALL =
      List.of(
          TAXONOMY,
          TAG,
          OBJECT_TAG,
          COURSE_OVERVIEWS,
          COURSE_BLOCKS,
          EXTERNAL_ID,
          USER_PROFILE,
          COURSE_ENROLLMENT,
          STATEMENTS,
          COURSE_RELATIONSHIPS,
          LOAD_TEST_RUNS,
          LOAD_TEST_STATS,
          ASPECTS_DATA,
          VECTOR_STATEMENTS,
          TRACKING,
          ALEMBIC_VERSION);

  private AspectsTables() {}

  private static AspectsTable plain(String name, String columns, String primary, String order) {
    return new AspectsTable(
        EVENT_SINK, name, columns(columns), new Storage("MergeTree", "", primary, order));
  }

  private static AspectsTable replacing(
      String name, String columns, String partition, String order) {
    return new AspectsTable(
        EVENT_SINK,
        name,
        columns(columns),
        new Storage("ReplacingMergeTree", partition, "", order));
  }

  /** Reads {@code name Type = default; ...}. */
  private static List<Column> columns(String text) {
    List<Column> columns = new ArrayList<>();
    for (String part : text.split("; *", -1)) {
      String[] sides = part.strip().split(" = ", 2);
      String[] words = sides[0].split(" ", 2);
      columns.add(new Column(words[0], words[1], sides.length == 2 ? sides[1] : ""));
    }
    return columns;
  }
}
