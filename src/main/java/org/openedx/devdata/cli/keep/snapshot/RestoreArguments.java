package org.openedx.devdata.cli.keep.snapshot;

import picocli.CommandLine.Option;

/** Options of a restore. Filled in by picocli. */
final class RestoreArguments {

  @Option(
      names = "--force-columns",
      description =
          "Restores although the schema is another one: takes the tables and columns that both have.")
  boolean forceColumns;

  @Option(names = "--dry-run", description = "Shows what would be restored, and writes nothing.")
  boolean dryRun;
}
