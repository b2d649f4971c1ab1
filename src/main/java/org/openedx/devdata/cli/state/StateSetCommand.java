package org.openedx.devdata.cli.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata state set}. */
@Command(
    name = "set",
    header = "Lays fields over the state of a user in a block.",
    description = {
      "",
      "Each field replaces or adds; the others stay. Of many lines, all are checked before the"
          + " first is written; then they are written in order, in one transaction: all or none."
    },
    footer = {
      "",
      "Examples:",
      "  devdata state set --user ada --block block-v1:edX+DemoX+2026+type@html+block@h1"
          + " '{\"seen\": true}'",
      "  devdata state set --user ada --block KEY --file state.json",
      "  devdata state set --stdin < states.jsonl     # {\"user\": .., \"block\": .., \"state\": {..}}"
    })
@Prints({})
final class StateSetCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private StateArguments arguments = new StateArguments();

  @Option(names = "--user", paramLabel = "NAME", description = "The user.")
  private String user;

  @Option(names = "--block", paramLabel = "KEY", description = "The block, by its usage key.")
  private String block;

  @Option(
      names = "--course",
      paramLabel = "KEY",
      description = "Its course, where the block's key does not name the run.")
  private String course;

  @Option(names = "--file", paramLabel = "FILE", description = "Reads the state from a file.")
  private Path file;

  @Option(
      names = "--stdin",
      description =
          "Reads lines of {\"user\": .., \"block\": .., \"state\": {..}} from standard input.")
  private boolean stdin;

  @Parameters(
      arity = "0..1",
      paramLabel = "STATE",
      description = "The fields, as a JSON object; - for standard input.")
  private String state;

  StateSetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (stdin) {
      return setLines();
    }
    if (user == null || block == null) {
      throw new UsageException("give --user and --block, or --stdin with lines that name both");
    }
    UsageKey key = StateArguments.block(block, course);
    ObjectNode fields = fields();
    return arguments.run(
        session,
        client -> {
          client.set(user, key, fields);
          return ExitCode.DONE;
        });
  }

  private ObjectNode fields() {
    if ((state == null) == (file == null)) {
      throw new UsageException("give the state as an argument, with --file, or as - (one of them)");
    }
    try {
      return StateJson.parse(text());
    } catch (UserStateException.InvalidState e) {
      throw new UsageException(e.getMessage());
    }
  }

  private String text() {
    try {
      if (file != null) {
        return InputFile.text(session.surroundings().folder().resolve(file));
      }
      return state.equals("-")
          ? new String(session.surroundings().in().readAllBytes(), StandardCharsets.UTF_8)
          : state;
    } catch (IOException e) {
      String source = file == null ? "standard input" : Shown.quoted(file.toString());
      throw new UsageException("cannot read " + source + ": " + IoReason.of(e));
    }
  }

  private int setLines() {
    if (user != null || block != null || course != null || state != null || file != null) {
      throw new UsageException("--stdin takes users, blocks and states from the lines only");
    }
    try (StateTransfer transfer = new StateTransfer(session.interruption());
        StateInput lines = StateInput.read(session.surroundings().in())) {
      return arguments.run(
          session,
          client -> {
            long written = transfer.run(lines, client);
            session.note(Amount.of(written, "line") + " written");
            return ExitCode.DONE;
          });
    }
  }
}
