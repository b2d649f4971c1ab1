/**
 * The commands of {@code devdata db}: the embedded engines, and SQL. Uses connect, console and
 * report.
 */
package org.openedx.devdata.cli.db;
