package org.openedx.devdata.world.dump;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The raw tables of Aspects that are filled, in the order in which they must be: what statements
 * refer to first. Columns as of migration 0041.
 */
public enum DumpTable {
  TAXONOMY("taxonomies", "taxonomy", "id:I name dump_id:U time_last_dumped"),
  TAG(
      "tags",
      "tag",
      "id:I taxonomy:I parent:I value external_id lineage dump_id:U time_last_dumped"),
  OBJECT_TAG(
      "object_tags",
      "object_tag",
      "id:I object_id taxonomy:I tag:I _value _export_id lineage dump_id:U time_last_dumped"),
  COURSE_OVERVIEWS(
      "courses",
      "course_overviews",
      "org course_key display_name course_start course_end enrollment_start enrollment_end"
          + " self_paced:B course_data_json created modified dump_id:U time_last_dumped"),
  COURSE_BLOCKS(
      "blocks",
      "course_blocks",
      "org course_key location display_name xblock_data_json order:I edited_on dump_id:U"
          + " time_last_dumped"),
  EXTERNAL_ID(
      "external_ids",
      "external_id",
      "external_user_id:U external_id_type username user_id:I dump_id:U time_last_dumped"),
  USER_PROFILE(
      "user_profiles",
      "user_profile",
      "id:I user_id:I name username email meta courseware language location year_of_birth gender"
          + " level_of_education mailing_address city country state goals bio"
          + " profile_image_uploaded_at phone_number dump_id:U time_last_dumped"),
  COURSE_ENROLLMENT(
      "course_enrollments",
      "course_enrollment",
      "id:I course_key created is_active:B mode username user_id:I dump_id:U time_last_dumped"),
  XAPI("xapi", "xapi_events_all", "event_id:U emission_time:T event");

  private final String fileName;
  private final String tableName;
  private final List<Column> columns;

  DumpTable(String fileName, String tableName, String columns) {
    this.fileName = fileName;
    this.tableName = tableName;
    this.columns = Stream.of(columns.split(" ")).map(DumpTable::column).toList();
  }

  /**
   * A column.
   *
   * @param name its name in the table
   * @param type its type
   */
  public record Column(String name, ColumnType type) {}

  /** The name of the file that holds its rows, without an ending. */
  public String fileName() {
    return fileName;
  }

  /** Its name in ClickHouse, without the database. */
  public String tableName() {
    return tableName;
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * Whether it holds statements, and so lives in the xAPI database, not in that of the event sink.
   */
  public boolean holdsStatements() {
    return this == XAPI;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Column column(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Column(text, ColumnType.STRING);
    }
    ColumnType type =
        switch (text.charAt(colon + 1)) {
          case 'I' -> ColumnType.INT32;
          case 'B' -> ColumnType.BOOL;
          case 'U' -> ColumnType.UUID;
          default -> ColumnType.DATETIME64;
        };
    return new Column(text.substring(0, colon), type);
  }
}
