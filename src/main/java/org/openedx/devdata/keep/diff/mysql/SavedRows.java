package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.stream.RowFields;
import org.openedx.devdata.keep.diff.LineFields;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.rows.NamedRows;

/**
 * Rows of a snapshot by lists of values: a reading of the table for the values that were not sought
 * before. Not thread-safe.
 */
final class SavedRows implements NamedRows {

  /** Rows that are remembered of one table and key. */
  private static final int REMEMBERED = 20_000;

  private final DiffSide side;
  private final Map<String, Map<String, List<String>>> known = new HashMap<>();

  SavedRows(DiffSide side) {
    this.side = side;
  }

  @Override
  public Map<String, List<String>> find(
      CatalogTable table, String key, Collection<String> values, List<String> columns) {
    Map<String, List<String>> rows =
        known.computeIfAbsent(table.name() + "." + key + columns, any -> new HashMap<>());
    Set<String> missing = new HashSet<>(values);
    missing.removeAll(rows.keySet());
    if (!missing.isEmpty()) {
      if (rows.size() > REMEMBERED) {
        rows.clear();
        missing.addAll(values);
      }
      read(table, key, missing, columns, rows);
      missing.forEach(value -> rows.putIfAbsent(value, List.of()));
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String value : values) {
      List<String> row = rows.get(value);
      if (!row.isEmpty()) {
        found.put(value, row);
      }
    }
    return found;
  }

  private void read(
      CatalogTable table,
      String key,
      Set<String> wanted,
      List<String> columns,
      Map<String, List<String>> rows) {
    List<String> names = DatabaseTable.columns(table);
    int field = names.indexOf(key);
    boolean plain = table.column(key).filter(CatalogColumn::isWhole).isPresent();
    RowFields fields = new RowFields(table.stored());
    try (RowLines lines = side.lines(table)) {
      while (lines.next()) {
        if (!plain || wanted.contains(number(lines, field))) {
          List<String> row = fields.of(lines.array(), lines.from(), lines.to());
          if (row.get(field) != null && wanted.contains(row.get(field))) {
            rows.put(
                row.get(field),
                columns.stream().map(name -> row.get(names.indexOf(name))).toList());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e); // Files have no SQL.
    }
  }

  /** A whole number needs no decoding. */
  private static String number(RowLines lines, int field) {
    int from = LineFields.start(lines.array(), lines.from(), field);
    int to = LineFields.end(lines.array(), from);
    return new String(lines.array(), from, to - from, StandardCharsets.ISO_8859_1);
  }
}
