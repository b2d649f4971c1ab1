/** The commands of {@code devdata aspects}. Uses connect, console and report. */
package org.openedx.devdata.cli.aspects;
