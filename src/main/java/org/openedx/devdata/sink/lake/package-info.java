/**
 * Files in ClickHouse's Native format or in Parquet, statements partitioned by year: what a site
 * loads fastest and in any order. Uses sink, sink.file, sink.codec and bytes.
 */
package org.openedx.devdata.sink.lake;
