package org.openedx.devdata.cli.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata ledger}. */
@Command(
    name = "ledger",
    header = "Shows what loads have made of a site's databases.",
    description = {
      "",
      "Lists the specs that were loaded, with the rows that they created and those that were there"
          + " before, by kind and table. A reset of a spec removes the former."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata ledger",
      "  devdata ledger --target tutor --only lms+ecommerce",
      "  devdata ledger --format json"
    })
@Prints(LedgerResult.class)
public final class LedgerCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private LedgerArguments arguments = new LedgerArguments();

  private LedgerCommand(Session session) {
    this.session = session;
  }

  /** With its sub-commands. */
  public static CommandLine with(Session session) {
    CommandLine ledger = new CommandLine(new LedgerCommand(session));
    ledger.addSubcommand(new LedgerForgetCommand(session));
    return ledger;
  }

  @Override
  public Integer call() {
    List<LedgerResult.DatabaseResult> databases = new ArrayList<>();
    arguments.each(
        session,
        false,
        (address, ledger) ->
            databases.add(
                new LedgerResult.DatabaseResult(
                    address,
                    ledger.loads().stream()
                        .map(load -> LedgerResult.SpecResult.of(load, ledger))
                        .toList())));
    session.show(new LedgerResult(databases), new LedgerText());
    return ExitCode.DONE;
  }
}
