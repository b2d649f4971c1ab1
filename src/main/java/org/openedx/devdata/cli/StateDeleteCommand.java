package org.openedx.devdata.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.opaquekeys.UsageKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class StateDeleteCommand implements Callable<Integer> {

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

  StateDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<UsageKey> keys =
        blocks.stream().map(block -> StateArguments.block(block, course)).toList();
    return arguments.run(
        session,
        client -> {
          client.deleteMany(user, keys, StateArguments.fields(fields));
          return ExitCode.DONE;
        });
  }
}
