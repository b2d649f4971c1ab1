package org.openedx.devdata.plan;

/**
 * Rows of a table that a spec says and a reset leaves.
 *
 * @param table the table
 * @param claimants other specs that say them, too; empty for rows that were there before the first
 *     load
 * @param rows their number
 */
public record LeftRows(String table, String claimants, long rows) {}
