/** Files for what memory should not hold. A leaf. */
package org.openedx.devdata.cli.report.spool;
