package org.openedx.devdata.keep.snapshot.mysql;

import java.util.List;
import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * A saved table.
 *
 * @param table what it was like, its counter among it
 * @param create statement that makes it, of devdata's own tables; empty for others
 * @param rows number of rows
 * @param checksum sum of the hashes of all rows, in hexadecimal digits; see {@link RowSum}
 * @param bytes packed bytes
 * @param files the part's files that hold its rows, in the order of the primary key; packed lines
 */
public record SavedTable(
    CatalogTable table,
    String create,
    long rows,
    String checksum,
    long bytes,
    List<String> files) {}
