package org.openedx.devdata.cli.aspects;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.FailureOutput;
import org.openedx.devdata.cli.console.Failures;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.raw.AspectsTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata aspects init}. */
@Command(
    name = "init",
    header = "Makes the raw tables of Aspects that are missing.",
    description = {
      "",
      "On an empty ClickHouse: the databases, the tables and the functions as the migrations of"
          + " Aspects leave them (migration "
          + AspectsTables.MIGRATION
          + "). What is there stays as it is; a table of another form is named, and the exit code is"
          + " 1. The derived tables are dbt's."
    },
    footer = {"", "Examples:", "  devdata aspects init", "  devdata aspects init --target tutor"})
final class AspectsInitCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsInitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (AspectsSite site = new AspectsSite(session, connect)) {
      AspectsSetup.Outcome outcome = AspectsSetup.init(site.server(), site.names());
      DatabaseException different =
          new DatabaseException(
              "%s has tables that devdata cannot fill: %s"
                  .formatted(site.label(), String.join("; ", outcome.different())));
      boolean good = outcome.different().isEmpty();
      if (session.json()) {
        json(outcome);
      } else {
        text(outcome, site.label());
        if (!good) {
          new FailureOutput(session).tell(Failures.of(different), different);
        }
      }
      return good ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private void text(AspectsSetup.Outcome outcome, String label) {
    PrintWriter out = session.surroundings().out();
    if (!session.quiet()) {
      outcome.created().forEach(table -> out.println(session.paint().green("+ ") + table));
    }
    int there = outcome.present().size();
    out.println(
        outcome.created().isEmpty()
            ? "Nothing to make: %d tables are there in %s.".formatted(there, label)
            : "Made %s in %s%s."
                .formatted(
                    Amount.of(outcome.created().size(), "table"),
                    label,
                    there == 0 ? "" : "; " + there + " were there"));
    out.flush();
  }

  private void json(AspectsSetup.Outcome outcome) throws IOException {
    PrintWriter out = session.surroundings().out();
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      array(json, "created", outcome.created());
      array(json, "present", outcome.present());
      array(json, "different", outcome.different());
      json.writeEndObject();
    }
    JsonLayout.end(out);
  }

  private static void array(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
