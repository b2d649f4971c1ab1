package org.openedx.devdata.keep.rows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/** A place that rows are looked up in: a live database, or a snapshot. */
public interface NamedRows {

  /**
   * Finds rows by the values of one column, all in one go.
   *
   * @param key column that has the values
   * @param values texts, as {@link org.openedx.devdata.jdbc.stream.RowFields} writes them
   * @param columns columns to read
   * @return values of the columns for each value that a row was found for
   */
  Map<String, List<String>> find(
      CatalogTable table, String key, Collection<String> values, List<String> columns);
}
