package org.openedx.devdata.cli.keep.snapshot;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;

/** A restore. */
record RestoreResult(
    @Meaning("the snapshot's name") String snapshot,
    @Meaning("whether nothing was written, as asked") boolean dryRun,
    @Meaning("its parts") List<Part> parts) {

  /** A store that was restored. */
  record Part(
      @Meaning("its name") String name,
      @Meaning("type of store, such as `mysql`") String kind,
      @Meaning("its address") String store,
      @Meaning("number of rows, or files, in the snapshot") long saved,
      @Meaning("number of tables, or files, that were as saved already; 0 in a dry run")
          int unchanged,
      @Meaning("names of the tables or files that were made so") List<String> restored,
      @Meaning("number of rows, or files, that were removed or written") long written,
      @Meaning("differences between the schema and what was saved") List<String> differences) {}
}
