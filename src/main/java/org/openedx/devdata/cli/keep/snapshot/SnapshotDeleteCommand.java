package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot delete}. */
@Command(
    name = "delete",
    header = "Deletes a snapshot.",
    footer = {"", "Examples:", "  devdata snapshot delete before-demo"})
@Prints(SnapshotResult.class)
final class SnapshotDeleteCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The snapshot's name.")
  private String name;

  @Mixin private PlaceArguments place = new PlaceArguments();

  SnapshotDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = place.find(session, name);
    SnapshotStore.delete(snapshot);
    session.show(
        SnapshotResult.of(snapshot), (result, out) -> out.println("deleted snapshot " + name));
    return ExitCode.DONE;
  }
}
