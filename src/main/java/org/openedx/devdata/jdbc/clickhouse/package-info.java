/**
 * A ClickHouse server as the rest of devdata sees it: where it is, statements with small results,
 * inserts streamed as RowBinary, errors with their codes. The only place, besides the embedded
 * engine, that knows the client library.
 */
package org.openedx.devdata.jdbc.clickhouse;
