package org.openedx.devdata.cli.console;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devdata generate-completion}. */
@Command(
    name = "generate-completion",
    header = "Prints a script that makes bash and zsh complete commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(devdata generate-completion)                     this shell only",
      "  devdata generate-completion > ~/.local/share/bash-completion/completions/devdata"
    })
@Prints({})
public final class GenerateCompletionCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  public GenerateCompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.surroundings().out().print(AutoComplete.bash("devdata", spec.root().commandLine()));
    session.surroundings().out().flush();
    return ExitCode.DONE;
  }
}
