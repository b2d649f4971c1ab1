/**
 * What text is made of: colours, columns, printable characters, amounts of time, size and rows. A
 * leaf.
 */
package org.openedx.devdata.cli.report.text;
