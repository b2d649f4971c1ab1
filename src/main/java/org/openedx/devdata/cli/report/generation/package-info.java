/**
 * The reports of generated data: made, estimated, sent again, loaded from files. Uses json and
 * text.
 */
package org.openedx.devdata.cli.report.generation;
