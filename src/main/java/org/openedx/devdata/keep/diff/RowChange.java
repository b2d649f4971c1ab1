package org.openedx.devdata.keep.diff;

import java.util.List;

/**
 * A row that differs.
 *
 * @param change whether it was added, removed or changed
 * @param name what a person knows it by: values of its natural key, shortened; null for NULL
 * @param columns columns that differ; of a row that was added or removed all that are not NULL
 */
public record RowChange(Change change, List<String> name, List<ColumnChange> columns) {}
