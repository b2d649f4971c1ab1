/**
 * What a run did, as data, and how people and programs read it: text, JSON, progress. Knows
 * writers, no process and no command line.
 */
package org.openedx.devdata.cli.report;
