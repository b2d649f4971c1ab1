/** Commands that keep the rows of databases, and return to them. */
package org.openedx.devdata.cli.keep;
