/**
 * The process around every command: options that all have, terminal, signals, failures as text,
 * JSON and exit codes. Uses report; knows no command.
 */
package org.openedx.devdata.cli.console;
