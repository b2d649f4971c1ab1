package org.openedx.devdata.cli.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.service.aspects.AspectsVerification;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.ExpectedRows;
import org.openedx.devdata.service.aspects.answers.AnswersFolder;
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
          + " make of all that is there now; with a manifest, that all rows of that load have arrived,"
          + " whatever else the site has; and with the known answers of a load of lives, that the"
          + " reporting tables show its figures: each that differs is named with the query. The exit code is 4 when something does not hold."
    },
    footer = {
      "",
      "Examples:",
      "  devdata aspects verify",
      "  devdata aspects verify --manifest .devdata/load-db/clickhouse/manifest.json",
      "  devdata aspects verify --answers .devdata/load-db/clickhouse",
      "  devdata aspects verify --sample 0 --format json"
    })
@Prints(VerifyResult.class)
final class AspectsVerifyCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "The manifest.json of a load: its rows must be there. Given for each slice, all of"
              + " them together.")
  private List<String> manifests = List.of();

  @Option(
      names = "--answers",
      paramLabel = "FOLDER",
      description =
          "The folder of known answers of a load of lives, or that of the load: the reporting tables"
              + " must show its figures.")
  private Optional<String> answers = Optional.empty();

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
  public Integer call() {
    if (sample < 0) {
      throw new UsageException("--sample " + sample + " is negative; give a number of statements");
    }
    ExpectedRows expected = ManifestRows.read(session.surroundings().folder(), manifests);
    Optional<AnswersFolder> known =
        answers.map(name -> KnownFigures.folder(session.surroundings().folder(), name));
    try (AspectsSite site = AspectsSite.patient(session, connect)) {
      site.requireTables();
      List<Finding> findings =
          new ArrayList<>(
              AspectsVerification.verify(site.server(), site.names(), expected, sample));
      findings.addAll(DerivedRows.verify(site.server(), site.names(), sample));
      known.ifPresent(folder -> findings.addAll(KnownFigures.verify(site, folder)));
      VerifyResult result = VerifyResult.of(findings);
      session.show(result, new VerifyText(site.label()));
      return result.valid() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }
}
