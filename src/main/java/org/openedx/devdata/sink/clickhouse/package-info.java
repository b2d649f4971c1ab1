/**
 * Rows straight into the tables of a ClickHouse server: one insert for each batch, streamed. Uses
 * sink.delivery and jdbc.clickhouse.
 */
package org.openedx.devdata.sink.clickhouse;
