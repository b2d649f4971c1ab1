package org.openedx.devdata.plan;

import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.Table;

/**
 * A field of a kind that names a row of a table which must exist, in the specs or in the database.
 *
 * @param kind name of the kind that refers
 * @param field its field
 * @param noun what is referred to, for messages: {@code user}
 * @param table where it is looked up
 * @param names by which columns, the first that fits counts; the fields of the kind whose records
 *     stand for such rows
 * @param providerKind name of that kind
 * @param unlessSetting name of a boolean setting of the spec that makes the rule void, or empty
 */
public record ReferenceRule(
    String kind,
    String field,
    String noun,
    Table table,
    List<Name> names,
    String providerKind,
    String unlessSetting) {

  /**
   * A way to name a row.
   *
   * @param column of the table
   * @param providerField field of the kind that provides such rows
   */
  public record Name(String column, String providerField) {}

  public ReferenceRule {
    names = List.copyOf(names);
  }

  /** For rows with one name only. */
  public ReferenceRule(
      String kind,
      String field,
      String noun,
      Table table,
      String column,
      String providerKind,
      String providerField,
      String unlessSetting) {
    this(
        kind,
        field,
        noun,
        table,
        List.of(new Name(column, providerField)),
        providerKind,
        unlessSetting);
  }

  /** The same rows, also found by other columns that bear the name of their fields. */
  public ReferenceRule orBy(String... columns) {
    List<Name> more = Stream.of(columns).map(column -> new Name(column, column)).toList();
    return new ReferenceRule(
        kind,
        field,
        noun,
        table,
        Stream.concat(names.stream(), more.stream()).toList(),
        providerKind,
        unlessSetting);
  }
}
