/** Changed rows of a run: the first ones kept, the others on disk, each a line or a result. */
package org.openedx.devdata.cli.report.run.changes;
