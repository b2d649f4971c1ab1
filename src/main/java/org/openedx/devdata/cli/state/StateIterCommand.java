package org.openedx.devdata.cli.state;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.opaquekeys.InvalidKeyException;
import org.openedx.devdata.opaquekeys.LearningContextKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.UserState;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata state iter}. */
@Command(
    name = "iter",
    header = "Shows the state of all users in a block or a course.",
    footer = {
      "",
      "Examples:",
      "  devdata state iter --block block-v1:edX+DemoX+2026+type@problem+block@p1",
      "  devdata state iter --course course-v1:edX+DemoX+2026 --type problem"
    })
@Prints(value = StateResult.class, list = true)
final class StateIterCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Option(names = "--block", paramLabel = "KEY", description = "The block, by its usage key.")
  private String block;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "The course or library, by its key.")
  private String course;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only the course's blocks of this type, such as problem.")
  private String type;

  StateIterCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Function<UserStateClient, Stream<UserState>> entries = entries();
    return arguments.run(
        session,
        client -> {
          new StateLines(session).states(entries.apply(client));
          return ExitCode.DONE;
        });
  }

  private Function<UserStateClient, Stream<UserState>> entries() {
    if ((block == null) == (course == null)) {
      throw new UsageException("give --block or --course, one of the two");
    }
    if (block != null && type != null) {
      throw new UsageException("--type goes with --course only; leave it out");
    }
    try {
      if (block != null) {
        UsageKey key = UsageKey.parse(block);
        return client -> client.iterAllForBlock(key);
      }
      LearningContextKey key = LearningContextKey.parse(course);
      return client -> client.iterAllForCourse(key, Optional.ofNullable(type), Scope.USER_STATE);
    } catch (InvalidKeyException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
