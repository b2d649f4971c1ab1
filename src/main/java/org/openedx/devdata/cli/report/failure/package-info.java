/** Failures as data: their codes, exit codes and places. Uses json. */
package org.openedx.devdata.cli.report.failure;
