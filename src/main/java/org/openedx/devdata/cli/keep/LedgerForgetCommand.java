package org.openedx.devdata.cli.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata ledger forget}. */
@Command(
    name = "forget",
    header = "Forgets what loads of a spec have made; the rows stay.",
    description = {
      "",
      "Rows that no other spec says count as adopted by the next load. For a spec that has got a"
          + " name, once it is loaded with it, or that is no longer used."
    },
    footer = {"", "Examples:", "  devdata ledger forget specs/top.yaml"})
@Prints({})
final class LedgerForgetCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "SPEC",
      description = "The spec, by its name or the end of its path, as `devdata ledger` shows it.")
  private String spec;

  @Mixin private LedgerArguments arguments = new LedgerArguments();

  LedgerForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> forgotten = new ArrayList<>();
    arguments.each(
        session,
        true,
        (address, ledger) -> {
          if (ledger.loads().stream().anyMatch(load -> load.spec().equals(spec))) {
            ledger.forget(spec);
            forgotten.add(address);
          }
        });
    if (forgotten.isEmpty()) {
      session
          .surroundings()
          .err()
          .printf("no ledger holds a spec %s; `devdata ledger` lists them%n", Shown.quoted(spec));
      return ExitCode.ABSENT;
    }
    session.note("forgotten in " + String.join(", ", forgotten));
    return ExitCode.DONE;
  }
}
