package org.openedx.devdata.factory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/**
 * Makes a kind's fields from the columns of its tables, so that any column can be set by its name.
 */
public final class ColumnFields {

  private static final int LONGTEXT = 16_000_000;

  private ColumnFields() {}

  /**
   * A field for each column; keys of the database are known and refused.
   *
   * @param references what to write instead of a foreign key column, such as {@code user_id} to
   *     {@code username}
   */
  public static List<Field> of(Table table, Map<String, String> references) {
    List<Field> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      if (references.containsKey(column.name())) {
        fields.add(
            Field.forbidden(
                column.name(),
                "keys of the database are not written in specs; name the row by '"
                    + references.get(column.name())
                    + "'"));
      } else if (column.auto() || table.details().references().containsKey(column.name())) {
        fields.add(
            Field.forbidden(
                column.name(), "keys of the database are not written in specs; leave it out"));
      } else {
        fields.add(field(table, column));
      }
    }
    return fields;
  }

  /**
   * A kind's own fields, then those of its tables' columns that the own ones do not stand for.
   *
   * @param own named by what people say; their names and aliases win over columns
   * @param columns fields of each table; the first of a name wins
   */
  @SafeVarargs
  public static List<Field> after(List<Field> own, List<Field>... columns) {
    List<Field> fields = new ArrayList<>(own);
    Set<String> taken = new HashSet<>();
    own.forEach(
        field -> {
          taken.add(field.name());
          taken.addAll(field.aliases());
        });
    for (List<Field> table : columns) {
      table.stream().filter(field -> taken.add(field.name())).forEach(fields::add);
    }
    return fields;
  }

  /**
   * The kind with the unique keys of its tables that its fields spell out: two records may not have
   * them alike.
   */
  public static Kind withUnique(Kind kind, Table... tables) {
    return kind.withUnique(
        Stream.of(tables)
            .flatMap(table -> table.uniqueKeys().stream())
            .filter(key -> key.stream().allMatch(column -> writable(kind, column)))
            .map(key -> key.stream().map(column -> fieldOf(kind, column).name()).toList())
            .filter(key -> !key.equals(kind.identity()))
            .toList());
  }

  private static boolean writable(Kind kind, String column) {
    return kind.indexOf(column) >= 0 && fieldOf(kind, column).forbidden().isEmpty();
  }

  private static Field fieldOf(Kind kind, String column) {
    return kind.fields().get(kind.indexOf(column));
  }

  private static Field field(Table table, Column column) {
    String defaultText = column.defaultText();
    return new Field(
        column.name(),
        List.of(),
        type(column),
        false,
        column.nullable(),
        "Column of `" + table.name() + "`.",
        defaultText == null ? "" : defaultText.isEmpty() ? "empty" : defaultText,
        "",
        Optional.empty(),
        "");
  }

  private static FieldType type(Column column) {
    return switch (column.type()) {
      case SMALLINT -> whole(column, 1L << 15);
      case INT -> whole(column, 1L << 31);
      case BIGINT -> new FieldType.Whole(column.unsigned() ? 0 : Long.MIN_VALUE, Long.MAX_VALUE);
      case BOOL -> new FieldType.Bool();
      case DOUBLE -> new FieldType.Real();
      case DECIMAL -> new FieldType.Decimal(column.length(), column.scale());
      case CHAR, VARCHAR -> new FieldType.Text(column.length());
      case TEXT -> new FieldType.Text(LONGTEXT);
      case UUID -> new FieldType.Text(36);
      case JSON -> new FieldType.Json();
      case DATETIME -> new FieldType.Time();
      case DATE -> new FieldType.Day();
    };
  }

  private static FieldType whole(Column column, long half) {
    return column.unsigned()
        ? new FieldType.Whole(0, 2 * half - 1)
        : new FieldType.Whole(-half, half - 1);
  }
}
