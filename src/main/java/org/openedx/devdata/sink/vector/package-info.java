/**
 * Statements as lines of a tracking log, which Vector reads: to a file or to standard output, in
 * order. Uses sink.file and sink.codec.
 */
package org.openedx.devdata.sink.vector;
