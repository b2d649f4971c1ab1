package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot restore}. */
@Command(
    name = "restore",
    header = "Puts back exactly the rows and files of a snapshot, and resets counters.",
    description = {
      "",
      "Reads what is there, and writes only rows that differ; rows that are not in the snapshot go."
          + " Each table, each partition of ClickHouse and each file is as it was or as it was saved"
          + " after a kill, and the next run finishes the rest. Views of ClickHouse see nothing of it;"
          + " dictionaries are reloaded. Refuses a database with another schema."
    },
    footer = {
      "",
      "Examples:",
      "  devdata snapshot restore before-demo",
      "  devdata snapshot restore before-demo --tables 'student_*' --yes",
      "  devdata snapshot restore before-demo --dry-run"
    })
@Prints(RestoreResult.class)
final class SnapshotRestoreCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The snapshot's name.")
  private String name;

  @Mixin private ChoiceArguments choice = new ChoiceArguments();

  @Mixin private PlaceArguments place = new PlaceArguments();

  @Mixin private RestoreArguments arguments = new RestoreArguments();

  @Mixin private ConfirmArguments confirm = new ConfirmArguments();

  @Mixin private SiteArguments where = new SiteArguments();

  SnapshotRestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = place.find(session, name);
    try (Databases databases = where.databases(session)) {
      Restoring restoring = new Restoring(session, snapshot, choice, arguments);
      List<SnapshotPart> parts = restoring.parts(where.site(session, databases, choice));
      restoring.plan(parts);
      if (arguments.dryRun) {
        session.show(restoring.planned(parts), new RestoreText());
        return ExitCode.DONE;
      }
      if (!restoring.confirmed(parts, confirm)) {
        session.surroundings().err().println("nothing was restored");
        return ExitCode.FAILED;
      }
      RestoreResult result;
      Interruption.Phase phase =
          session
              .interruption()
              .during(
                  () ->
                      "interrupted; each table is as it was or as it was saved, and the same command restores the rest");
      try (Progress progress = session.progress("restoring")) {
        result = restoring.run(parts, progress);
        progress.end();
      } finally {
        phase.close();
      }
      session.show(result, new RestoreText());
    }
    return ExitCode.DONE;
  }
}
