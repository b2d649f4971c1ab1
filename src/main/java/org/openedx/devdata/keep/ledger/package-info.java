/**
 * Ledgers: what loads have made of the rows of MySQL databases, packed into a table beside them or
 * into a file. Uses plan, jdbc.
 */
package org.openedx.devdata.keep.ledger;
