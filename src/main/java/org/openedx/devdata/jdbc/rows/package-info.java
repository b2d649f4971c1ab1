/**
 * Many rows at once: look-up by lists of keys, bulk insert and update, references between rows.
 * Uses the connections of {@code jdbc} and the tables of {@code jdbc.schema}.
 */
package org.openedx.devdata.jdbc.rows;
