/**
 * The CSV files of xapi-db-load: same names, columns and dialect, compressed in parallel, written
 * in order. Uses sink, sink.file and bytes.
 */
package org.openedx.devdata.sink.csv;
