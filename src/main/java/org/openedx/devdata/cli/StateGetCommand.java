package org.openedx.devdata.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class StateGetCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Option(names = "--user", paramLabel = "NAME", required = true, description = "The user.")
  private String user;

  @Option(
      names = "--block",
      paramLabel = "KEY",
      required = true,
      description = "The block, by its usage key; may be given more than once.")
  private List<String> blocks;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "Its course, where the block's key does not name the run.")
  private String course;

  @Option(
      names = "--fields",
      paramLabel = "NAME",
      split = ",",
      description = "Only these fields of the state, with commas between.")
  private List<String> fields;

  StateGetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<UsageKey> keys =
        blocks.stream().map(block -> StateArguments.block(block, course)).toList();
    return arguments.run(
        session,
        client -> {
          long found =
              new StateLines(session)
                  .states(
                      client.getMany(user, keys, StateArguments.fields(fields), Scope.USER_STATE));
          if (found == 0) {
            session.note("user '" + user + "' has no state in " + String.join(", ", blocks));
          }
          return found == 0 ? ExitCode.ABSENT : ExitCode.DONE;
        });
  }
}
