/**
 * Rows in ClickHouse's Native format: blocks of columns, read one at a time, their values as text.
 * Knows no server.
 */
package org.openedx.devdata.jdbc.clickhouse.block;
