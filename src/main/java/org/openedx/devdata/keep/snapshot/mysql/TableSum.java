package org.openedx.devdata.keep.snapshot.mysql;

/**
 * Fingerprint of the rows of a table, whatever their order.
 *
 * @param rows number of rows
 * @param checksum sum of the hashes of all rows, in 16 hexadecimal digits
 */
public record TableSum(long rows, String checksum) {}
