package org.openedx.devdata.keep.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.catalog.CatalogReference;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * Names of rows: the values of their identity, in which a number that refers to another row is
 * replaced by that row's name. One look-up for each referring column and chunk, whatever the number
 * of rows. As thread-safe as its rows.
 *
 * @param identities identity of each table
 * @param rows where rows that are referred to are looked up
 */
public record RowNames(Identities identities, NamedRows rows) {

  /** An enrolment's user is one step away; longer chains of names help no reader. */
  private static final int STEPS = 4;

  /**
   * Names rows of one table.
   *
   * @param values of the identity's columns, for each row; null for NULL
   * @return the parts of each name, in the same order; a reference of several columns, or to a row
   *     that is not there, stays as it is
   */
  public List<List<String>> of(CatalogTable table, List<List<String>> values) {
    return named(table, identities.of(table).columns(), values, STEPS);
  }

  /** A name in one line. */
  public static String line(List<String> name) {
    return String.join(", ", name.stream().map(part -> part == null ? "NULL" : part).toList());
  }

  private List<List<String>> named(
      CatalogTable table, List<String> columns, List<List<String>> values, int steps) {
    List<List<String>> names = new ArrayList<>();
    values.forEach(row -> names.add(new ArrayList<>()));
    for (int column = 0; column < columns.size(); column++) {
      Map<String, List<String>> followed =
          steps == 0
              ? Map.of()
              : followed(table, columns.get(column), texts(values, column), steps);
      for (int row = 0; row < values.size(); row++) {
        String value = values.get(row).get(column);
        List<String> name = value == null ? null : followed.get(value);
        if (name == null) {
          names.get(row).add(value);
        } else {
          names.get(row).addAll(name);
        }
      }
    }
    return names;
  }

  private static Set<String> texts(List<List<String>> values, int column) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(row -> texts.add(row.get(column)));
    texts.remove(null);
    return texts;
  }

  private Map<String, List<String>> followed(
      CatalogTable table, String column, Set<String> values, int steps) {
    Optional<CatalogReference> reference =
        table
            .referenceOf(column)
            .filter(to -> to.database().equals(identities.catalog().database()));
    CatalogTable target =
        reference.flatMap(to -> identities.catalog().table(to.table())).orElse(null);
    if (target == null || values.isEmpty()) {
      return Map.of();
    }
    String key = reference.orElseThrow().targets().get(0);
    Identity identity = identities.of(target);
    // A row that only its number names would be replaced by that number.
    if (identity.columns().contains(key) || identity.origin() == Identity.Origin.WHOLE) {
      return Map.of();
    }
    Map<String, List<String>> found = rows.find(target, key, values, identity.columns());
    List<String> keys = List.copyOf(found.keySet());
    List<List<String>> names =
        named(target, identity.columns(), List.copyOf(found.values()), steps - 1);
    Map<String, List<String>> byKey = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i), names.get(i));
    }
    return byKey;
  }
}
