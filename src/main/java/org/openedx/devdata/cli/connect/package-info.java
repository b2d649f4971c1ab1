/**
 * Connections of a command: targets, databases, ClickHouse, the embedded engines, and the files of
 * specs that it reads. Uses console.
 */
package org.openedx.devdata.cli.connect;
