/**
 * Files in ClickHouse's Native format, statements partitioned by year: what a site loads fastest
 * and in any order. Uses sink, sink.file and bytes.
 */
package org.openedx.devdata.sink.lake;
