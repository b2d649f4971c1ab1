package org.openedx.devdata.keep.rows;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.rows.ListQuery;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * Rows of a live database, by lists of values.
 *
 * @param database not thread-safe, so nor is this
 */
public record LiveRows(MySqlDatabase database) implements NamedRows {

  @Override
  public Map<String, List<String>> find(
      CatalogTable table, String key, Collection<String> values, List<String> columns) {
    String all =
        Stream.concat(Stream.of(key), columns.stream())
            .map(Ddl::quote)
            .collect(Collectors.joining(", "));
    Map<String, List<String>> found = new LinkedHashMap<>();
    ListQuery.rows(
        database,
        "SELECT %s FROM %s WHERE %s IN (<values>)"
            .formatted(all, Ddl.quote(table.name()), Ddl.quote(key)),
        values,
        row -> found.put(row.get(0), row.subList(1, row.size())));
    return found;
  }
}
