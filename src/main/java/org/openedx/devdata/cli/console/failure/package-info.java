/** Failures of a command: as text, as JSON, as an exit code. Uses console. */
package org.openedx.devdata.cli.console.failure;
