package org.openedx.devdata.plan;

/**
 * One column that differs.
 *
 * @param column its name
 * @param before what the database has, as text; masked when secret
 * @param after what the spec says
 */
public record ColumnChange(String column, String before, String after) {}
