/**
 * The parts of text: colours, columns, printable characters, amounts of time, size and rows. A
 * leaf.
 */
package org.openedx.devdata.cli.report.text;
