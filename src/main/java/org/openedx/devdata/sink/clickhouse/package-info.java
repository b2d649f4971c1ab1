/**
 * Rows straight into ClickHouse: inserts of a good size, several in flight, tried again with
 * back-off, and kept on disk when they cannot be delivered, so that nothing is lost in silence.
 */
package org.openedx.devdata.sink.clickhouse;
