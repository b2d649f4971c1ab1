package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/**
 * The fields of a kind that name rows of other tables, found from what fields name and columns
 * refer to. Immutable.
 */
final class KindLinks {

  /**
   * A field that names the row to which a column refers.
   *
   * @param field the field
   * @param table table of the column
   * @param column its name
   * @param target table that it refers to
   */
  record ToRow(Field field, Table table, String column, Table target) {}

  private final List<ToRow> references = new ArrayList<>();

  /**
   * @param kinds all kinds of the service
   */
  KindLinks(Inverse inverse, TableSet tables, List<RecordKind> kinds) {
    for (Inverse.Source source : inverse.sources()) {
      for (Field field : inverse.kind().fields()) {
        if (field.naming().isPresent() && !(field.type() instanceof FieldType.ListOf)) {
          kinds.stream()
              .filter(kind -> kind.kind().name().equals(field.naming().get().kind()))
              .flatMap(kind -> kind.home().stream())
              .findFirst()
              .flatMap(home -> column(source.table(), home, tables))
              .map(
                  column ->
                      new ToRow(field, source.table(), column, target(column, source, tables)))
              .ifPresent(references::add);
        }
      }
    }
  }

  private static Table target(String column, Inverse.Source source, TableSet tables) {
    return tables.referenced(source.table(), column);
  }

  /** The column that refers to a table; of several, the one that finds the row again. */
  private static Optional<String> column(Table table, ReferenceRule.Home home, TableSet tables) {
    List<String> columns =
        table.columns().stream()
            .map(Column::name)
            .filter(name -> tables.referenced(table, name) == home.table())
            .toList();
    return columns.size() == 1
        ? columns.stream().findFirst()
        : columns.stream().filter(table.naturalKey()::contains).findFirst();
  }

  /** Fields that name rows to which rows of a table refer. */
  List<ToRow> of(Table table) {
    return references.stream().filter(one -> one.table() == table).toList();
  }

  Optional<ToRow> of(Table table, String column) {
    return of(table).stream().filter(one -> one.column().equals(column)).findFirst();
  }
}
