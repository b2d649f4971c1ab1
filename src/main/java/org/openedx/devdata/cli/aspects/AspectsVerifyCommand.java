package org.openedx.devdata.cli.aspects;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.service.aspects.AspectsVerification;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;
import org.openedx.devdata.service.aspects.ExpectedRows;
import org.openedx.devdata.service.aspects.derived.DerivedRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata aspects verify}. */
@Command(
    name = "verify",
    header = "Looks whether what is in ClickHouse agrees with itself.",
    description = {
      "",
      "That ids and times of statements are those of their rows, that courses, blocks and learners"
          + " of statements exist, that the derived tables will take them, that none is past the time"
          + " for which the site keeps them; that the derived tables have the rows that their views would"
          + " make of all that is there now; and, with a manifest, that all rows of that load have arrived,"
          + " whatever else the site has. The exit code is 4 when something does not hold."
    },
    footer = {
      "",
      "Examples:",
      "  devdata aspects verify",
      "  devdata aspects verify --manifest .devdata/load-db/clickhouse/manifest.json",
      "  devdata aspects verify --sample 0 --format json"
    })
final class AspectsVerifyCommand implements Callable<Integer> {

  /** Large tables take their time. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Session session;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The manifest.json of a load: its rows must be there. Given for each slice, all of"
              + " them together.")
  private List<String> manifests = List.of();

  @Option(
      names = "--sample",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description =
          "About how many statements, and rows of a derived table, are looked into (default 100000); 0"
              + " for all.")
  private long sample;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  AspectsVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (sample < 0) {
      throw new UsageException("--sample " + sample + " is negative; give a number of statements");
    }
    ExpectedRows expected = ManifestRows.read(session.surroundings().folder(), manifests);
    try (AspectsSite site = new AspectsSite(session, connect, PATIENCE)) {
      site.requireTables();
      List<Finding> findings =
          new ArrayList<>(
              AspectsVerification.verify(site.server(), site.names(), expected, sample));
      findings.addAll(DerivedRows.verify(site.server(), site.names(), sample));
      if (session.json()) {
        json(findings);
      } else {
        text(findings, site.label());
      }
      return of(findings, Outcome.BROKEN) == 0 ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }

  private static long of(List<Finding> findings, Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }

  private void text(List<Finding> findings, String label) {
    PrintWriter out = session.surroundings().out();
    for (Finding finding : findings) {
      boolean shown = !session.quiet() || finding.outcome() == Outcome.BROKEN;
      if (shown) {
        String detail = finding.detail().isEmpty() ? "" : ": " + finding.detail();
        out.println(sign(finding.outcome()) + " " + finding.name() + detail);
      }
    }
    long broken = of(findings, Outcome.BROKEN);
    long unchecked = of(findings, Outcome.NOT_CHECKED);
    out.println(
        "%s: %d checks hold%s%s in %s."
            .formatted(
                broken == 0 ? "Verified" : "Not in order",
                of(findings, Outcome.HOLDS),
                broken == 0 ? "" : ", " + broken + " do not",
                unchecked == 0 ? "" : ", " + unchecked + " have nothing to look at",
                label));
    out.flush();
  }

  private String sign(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> session.paint().green("=");
      case BROKEN -> session.paint().red("!");
      case NOT_CHECKED -> session.paint().dim("-");
    };
  }

  private void json(List<Finding> findings) throws IOException {
    PrintWriter out = session.surroundings().out();
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeBooleanField("valid", of(findings, Outcome.BROKEN) == 0);
      json.writeArrayFieldStart("checks");
      for (Finding finding : findings) {
        json.writeStartObject();
        json.writeStringField("name", finding.name());
        json.writeStringField("outcome", finding.outcome().name().toLowerCase(Locale.ROOT));
        if (!finding.detail().isEmpty()) {
          json.writeStringField("detail", finding.detail());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    JsonLayout.end(out);
  }
}
