package org.openedx.devdata.cli.state;

import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.opaquekeys.UsageKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata state delete}. */
@Command(
    name = "delete",
    header = "Deletes the state of a user in blocks, or some fields of it.",
    description = {"", "The row, its score and its history stay, as when the platform deletes."},
    footer = {
      "",
      "Examples:",
      "  devdata state delete --user ada --block block-v1:edX+DemoX+2026+type@problem+block@p1",
      "  devdata state delete --user ada --block KEY --fields attempts"
    })
@Prints({})
final class StateDeleteCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Mixin private StateBlocks blocks = new StateBlocks();

  StateDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<UsageKey> keys = blocks.keys();
    return arguments.run(
        session,
        blocks.user(),
        client -> {
          client.deleteMany(blocks.user(), keys, blocks.fields());
          return ExitCode.DONE;
        });
  }
}
