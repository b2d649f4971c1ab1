package org.openedx.devdata.jdbc.sql;

/**
 * A column of a result.
 *
 * @param name as the query labels it
 * @param number whether its values are numbers
 */
public record ResultColumn(String name, boolean number) {}
