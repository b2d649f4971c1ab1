package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot show}. */
@Command(
    name = "show",
    header = "Shows what a snapshot holds.",
    footer = {
      "",
      "Examples:",
      "  devdata snapshot show before-demo",
      "  devdata snapshot show before-demo --verbose"
    })
@Prints(SnapshotResult.class)
final class SnapshotShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The snapshot's name.")
  private String name;

  @Mixin private PlaceArguments place = new PlaceArguments();

  SnapshotShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.show(SnapshotResult.of(place.find(session, name)), new SnapshotText());
    return ExitCode.DONE;
  }
}
