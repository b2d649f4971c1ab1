package org.openedx.devdata.cli.state;

import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata state get}. */
@Command(
    name = "get",
    header = "Shows the state of a user in blocks.",
    footer = {
      "",
      "Examples:",
      "  devdata state get --user ada --block block-v1:edX+DemoX+2026+type@problem+block@p1",
      "  devdata state get --user ada --block KEY --block OTHER_KEY --fields attempts,seed"
    })
@Prints(value = StateResult.class, list = true)
final class StateGetCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Mixin private StateBlocks blocks = new StateBlocks();

  StateGetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<UsageKey> keys = blocks.keys();
    return arguments.run(
        session,
        blocks.user(),
        client -> {
          long found =
              new StateLines(session)
                  .states(client.getMany(blocks.user(), keys, blocks.fields(), Scope.USER_STATE));
          if (found == 0) {
            session.note("user '" + blocks.user() + "' has no state in " + blocks.written());
          }
          return found == 0 ? ExitCode.ABSENT : ExitCode.DONE;
        });
  }
}
