package org.openedx.devdata.keep.empty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.keeplist.KeepRule;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Conditions of the rows that stay, for each table of a database: those that its keep-list names,
 * and those that a row that stays cannot do without. For one use.
 */
final class KeepConditions {

  private final Catalog catalog;
  private final KeepList list;
  private final Map<String, KeepCondition> conditions = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int aliases;

  private KeepConditions(Catalog catalog, KeepList list) {
    this.catalog = catalog;
    this.list = list;
  }

  static KeepConditions of(Catalog catalog, KeepList list) {
    KeepConditions all = new KeepConditions(catalog, list);
    catalog.tables().values().forEach(all::of);
    return all;
  }

  /** The condition of a table; that of rows which cannot do without its rows comes first. */
  KeepCondition of(CatalogTable table) {
    KeepCondition known = conditions.get(table.name());
    if (known != null) {
      return known;
    }
    KeepCondition condition = own(table);
    // Where references that may not be NULL close a circle, the table is asked for while it is
    // made.
    conditions.put(table.name(), condition);
    for (Catalog.Referrer referrer : catalog.referrers(table.name())) {
      condition = condition.or(needed(referrer));
    }
    conditions.put(table.name(), condition);
    return condition;
  }

  /** Sentences on tables that stay otherwise than the list says. */
  List<String> notes() {
    return notes;
  }

  private KeepCondition own(CatalogTable table) {
    Optional<KeepRule> rule = list.rule(table.name());
    if (rule.isEmpty() || rule.get() instanceof KeepRule.Dropped) {
      return KeepCondition.NONE;
    }
    if (!(rule.get() instanceof KeepRule.Rows rows)) {
      return KeepCondition.ALL;
    }
    KeepCondition condition = KeepCondition.NONE;
    for (KeepRule.Values values : rows.alternatives()) {
      condition = condition.or(values(table, values));
    }
    return condition;
  }

  private KeepCondition values(CatalogTable table, KeepRule.Values values) {
    for (String path : values.columns().keySet()) {
      String column = path.replaceFirst("\\..*", "");
      if (table.column(column).isEmpty()
          || path.contains(".") && table.referenceOf(column).isEmpty()) {
        notes.add(
            "%s stays whole: it has no column %s, by which its migrations' rows are known"
                .formatted(table.name(), path));
        return KeepCondition.ALL;
      }
    }
    return KeepCondition.some(
        alias ->
            values.columns().entrySet().stream()
                .map(entry -> values(table, alias, entry.getKey(), entry.getValue()))
                .sorted()
                .collect(Collectors.joining(" AND ", "(", ")")));
  }

  private static String values(CatalogTable table, String alias, String path, List<Object> values) {
    String listed =
        values.isEmpty()
            ? "IS NULL"
            : values.stream()
                .map(KeepConditions::literal)
                .collect(Collectors.joining(", ", "IN (", ")"));
    int dot = path.indexOf('.');
    if (dot < 0) {
      return alias + "." + Ddl.quote(path) + " " + listed;
    }
    CatalogReference reference = table.referenceOf(path.substring(0, dot)).orElseThrow();
    return "%s.%s IN (SELECT %s FROM %s WHERE %s %s)"
        .formatted(
            alias,
            Ddl.quote(path.substring(0, dot)),
            Ddl.quote(reference.targets().get(0)),
            Ddl.quote(reference.table()),
            Ddl.quote(path.substring(dot + 1)),
            listed);
  }

  private static String literal(Object value) {
    return value instanceof Number
        ? value.toString()
        : "'" + value.toString().replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /**
   * Rows that a row of another table cannot do without. A reference that may be NULL is cleared
   * instead.
   */
  private KeepCondition needed(Catalog.Referrer referrer) {
    CatalogTable child = referrer.table();
    if (mayBeNull(child, referrer.reference())) {
      return KeepCondition.NONE;
    }
    KeepCondition kept = of(child);
    if (kept.extent() == KeepCondition.Extent.NONE) {
      return KeepCondition.NONE;
    }
    String inner = "k" + aliases++;
    return KeepCondition.some(
        alias ->
            "EXISTS (SELECT 1 FROM %s %s WHERE %s AND (%s))"
                .formatted(
                    Ddl.quote(child.name()),
                    inner,
                    matches(referrer.reference(), inner, alias),
                    kept.of(inner)));
  }

  static boolean mayBeNull(CatalogTable table, CatalogReference reference) {
    return reference.columns().stream()
        .anyMatch(column -> table.column(column).orElseThrow().nullable());
  }

  /** The columns of a reference are those of the row that it refers to. */
  static String matches(CatalogReference reference, String from, String to) {
    return IntStream.range(0, reference.columns().size())
        .mapToObj(
            i ->
                "%s.%s = %s.%s"
                    .formatted(
                        from,
                        Ddl.quote(reference.columns().get(i)),
                        to,
                        Ddl.quote(reference.targets().get(i))))
        .collect(Collectors.joining(" AND "));
  }
}
