/**
 * Lines of a tracking log in files, by day or by size. Uses sink.file and sink.codec; knows nothing
 * of what a line says.
 */
package org.openedx.devdata.sink.log;
