package org.openedx.devdata.keep.ledger;

/**
 * Some rows of one table that a spec's entries of a service say, packed.
 *
 * @param spec identity of the spec; empty for rows that were left to whoever needs them
 * @param ida the service
 * @param table the table
 * @param part number within the table, from 0
 * @param payload see {@link ClaimPacking}
 */
record LedgerPart(String spec, String ida, String table, int part, byte[] payload) {}
