/**
 * Rows of any table, as a person recognises them: what names a row, and the names of the rows that
 * it refers to. Catalogues and streams of tables are in {@code jdbc.catalog} and {@code
 * jdbc.stream}.
 */
package org.openedx.devdata.keep.rows;
