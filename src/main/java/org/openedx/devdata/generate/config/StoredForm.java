package org.openedx.devdata.generate.config;

/**
 * Form of written files.
 *
 * @param clickHouseName the format as ClickHouse calls it
 * @param compression around the whole file; {@code none} when it has its own inside
 * @param lake whether they are named by tables, years and blocks
 * @param ending of the files' names
 */
public record StoredForm(String clickHouseName, String compression, boolean lake, String ending) {}
