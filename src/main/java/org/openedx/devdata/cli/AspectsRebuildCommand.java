package org.openedx.devdata.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.report.Json;
import org.openedx.devdata.cli.report.TextTable;
import org.openedx.devdata.service.aspects.AspectsRebuild;
import org.openedx.devdata.service.aspects.AspectsRebuild.Rebuilt;
import org.openedx.devdata.spec.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata aspects rebuild}. */
@Command(
    name = "rebuild",
    header = "Makes the derived tables anew.",
    description = {
      "",
      "Each table of dbt is emptied and filled by its own trigger's query, in the order of what reads"
          + " what; dictionaries are reloaded. Needed after statements were loaded in small batches,"
          + " before their courses, or were removed. Nothing should be loaded meanwhile."
    },
    footer = {
      "",
      "Examples:",
      "  devdata aspects rebuild --target tutor",
      "  devdata aspects rebuild --dictionaries     only these, as between courses and statements"
    })
final class AspectsRebuildCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--dictionaries", description = "Only reloads the dictionaries; empties nothing.")
  private boolean dictionaries;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsRebuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (AspectsSite site = new AspectsSite(session, connect)) {
      site.requireTables();
      List<Rebuilt> rebuilt =
          dictionaries
              ? AspectsRebuild.reloadDictionaries(site.server(), site.names(), session::note)
              : AspectsRebuild.rebuild(site.server(), site.names(), session::note);
      if (session.json()) {
        json(rebuilt);
      } else {
        text(rebuilt, site.label());
      }
      return ExitCode.DONE;
    }
  }

  private void text(List<Rebuilt> rebuilt, String label) {
    PrintWriter out = session.surroundings().out();
    if (rebuilt.isEmpty()) {
      out.println("Nothing to rebuild: %s has no derived tables; they are dbt's.".formatted(label));
    } else {
      if (!session.options().quiet) {
        TextTable table = new TextTable(List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT));
        table.row(List.of("table", "rows"));
        for (Rebuilt one : rebuilt) {
          String rows = one.rows().map("%,d"::formatted).orElse("reloaded");
          table.row(List.of(one.table().toString(), rows));
        }
        table.print(out, "", session.paint());
        out.println();
      }
      long tables = rebuilt.stream().filter(one -> one.rows().isPresent()).count();
      out.println(
          "Rebuilt: %s, %s in %s."
              .formatted(
                  Amount.of(tables, "table"),
                  Amount.of(rebuilt.size() - tables, "dictionary", "dictionaries"),
                  label));
    }
    out.flush();
  }

  private void json(List<Rebuilt> rebuilt) throws IOException {
    PrintWriter out = session.surroundings().out();
    try (JsonGenerator json = Json.to(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("rebuilt");
      for (Rebuilt one : rebuilt) {
        json.writeStartObject();
        json.writeStringField("table", one.table().toString());
        if (one.rows().isPresent()) {
          json.writeNumberField("rows", one.rows().get());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    Json.end(out);
  }
}
