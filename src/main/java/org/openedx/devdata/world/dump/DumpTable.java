package org.openedx.devdata.world.dump;

import java.util.List;
import java.util.Locale;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * The raw tables of Aspects that are filled, in the order in which they must be: the triggers that
 * fire on statements join the rows of the others as they are at that moment.
 */
public enum DumpTable {
  TAXONOMY("taxonomies", AspectsTables.TAXONOMY),
  TAG("tags", AspectsTables.TAG),
  OBJECT_TAG("object_tags", AspectsTables.OBJECT_TAG),
  COURSE_OVERVIEWS("courses", AspectsTables.COURSE_OVERVIEWS),
  COURSE_BLOCKS("blocks", AspectsTables.COURSE_BLOCKS),
  EXTERNAL_ID("external_ids", AspectsTables.EXTERNAL_ID),
  USER_PROFILE("user_profiles", AspectsTables.USER_PROFILE),
  COURSE_ENROLLMENT("course_enrollments", AspectsTables.COURSE_ENROLLMENT),
  XAPI("xapi", AspectsTables.STATEMENTS);

  private final String fileName;
  private final AspectsTable raw;
  private final List<Column> columns;

  DumpTable(String fileName, AspectsTable raw) {
    this.fileName = fileName;
    this.raw = raw;
    this.columns =
        raw.columns().stream()
            .map(column -> new Column(column.name(), ColumnType.of(column.type())))
            .toList();
  }

  /**
   * A column.
   *
   * @param name its name in the table
   * @param type the type of what is written for it
   */
  public record Column(String name, ColumnType type) {}

  /** The name of the file that holds its rows, without an ending. */
  public String fileName() {
    return fileName;
  }

  /** Its name in ClickHouse, without the database. */
  public String tableName() {
    return raw.name();
  }

  /** Its description. */
  public AspectsTable raw() {
    return raw;
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * Returns whether it holds statements, and so lives in the xAPI database, not in that of the
   * event sink.
   */
  public boolean holdsStatements() {
    return this == XAPI;
  }

  /** The column whose UUID names a row: the statement's id, or that of the export. */
  public String idColumn() {
    return holdsStatements() ? "event_id" : "dump_id";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
