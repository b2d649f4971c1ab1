/** The commands of {@code devdata content}. Uses spec, connect, console and report. */
package org.openedx.devdata.cli.content;
