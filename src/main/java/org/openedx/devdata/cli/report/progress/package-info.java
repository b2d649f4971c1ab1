/** Progress on standard error while a command works. Uses text. */
package org.openedx.devdata.cli.report.progress;
