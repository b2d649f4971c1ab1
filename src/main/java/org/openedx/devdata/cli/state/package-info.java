/**
 * The commands of {@code devdata state}: a learner's state read and written. Uses connect, console
 * and report.
 */
package org.openedx.devdata.cli.state;
