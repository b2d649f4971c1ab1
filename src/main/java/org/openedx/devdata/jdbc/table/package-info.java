/**
 * Tables as devdata describes them: columns with their types and values, keys, references, and the
 * DDL that follows. Uses {@code spec}; knows no connection.
 */
package org.openedx.devdata.jdbc.table;
