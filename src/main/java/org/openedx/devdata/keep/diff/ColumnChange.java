package org.openedx.devdata.keep.diff;

/**
 * A column of a row that differs.
 *
 * @param column its name
 * @param before value before, shortened; null for NULL, and of a row that was added
 * @param after value after, in the same way; null of a row that was removed
 */
public record ColumnChange(String column, String before, String after) {}
