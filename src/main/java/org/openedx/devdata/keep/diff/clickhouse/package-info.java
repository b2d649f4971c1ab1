/** Differences between two states of databases of ClickHouse, by sorting keys. */
package org.openedx.devdata.keep.diff.clickhouse;
