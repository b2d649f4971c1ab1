/**
 * Databases of a ClickHouse server as parts of snapshots: rows in its Native format, put back by
 * partitions, which no view sees.
 */
package org.openedx.devdata.keep.snapshot.clickhouse;
