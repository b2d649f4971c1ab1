package org.openedx.devdata.plan;

/**
 * One column that differs.
 *
 * @param column its name
 * @param before what the database has, as text; masked when secret; null for NULL
 * @param after what the spec says; likewise
 */
public record ColumnChange(String column, String before, String after) {}
