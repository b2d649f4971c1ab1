/**
 * The report of a run of specs: what happened to which row, as data, text and JSON. Uses failure,
 * json, spool and text.
 */
package org.openedx.devdata.cli.report.run;
