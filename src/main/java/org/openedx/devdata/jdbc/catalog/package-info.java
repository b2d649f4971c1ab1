/**
 * The whole of a database as it really is, described or not: every base table with columns, keys,
 * references and counter, in the order in which rows can be removed, and what is no table of rows.
 */
package org.openedx.devdata.jdbc.catalog;
