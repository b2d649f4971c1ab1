package org.openedx.devdata.cli.report.generation;

import java.util.List;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.cli.report.text.Times;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;

/** The estimate of a load of generated data, for people. */
public record EstimateText(GenerationFacts facts) implements TextView<EstimateResult> {

  /** From here on, other programs take so much of the processors that the report says so. */
  private static final double BUSY = 1.5;

  @Override
  public void write(EstimateResult estimate, TextOut out) {
    if (!out.quiet()) {
      facts.head(out);
      tables(estimate, out);
      estimate
          .bytesWritten()
          .ifPresent(
              written ->
                  out.println(
                      "  %ss in files: about %s (compression: %s)"
                          .formatted(
                              facts.noun(),
                              Sizes.of(written),
                              facts.config().output().compression())));
      out.println("  months: " + estimate.months());
      out.println("  kept: " + kept(estimate));
    }
    out.println(
        "Dry run: %s, about %s of JSON, %s with %s%s%s; nothing was written."
            .formatted(
                Amount.of(estimate.rows().get(DumpTable.XAPI.tableName()), facts.noun()),
                Sizes.of(estimate.bytes()),
                Times.of(estimate.seconds()),
                Amount.of(facts.config().output().threads(), "thread"),
                facts.config().backend().needsDatabase() ? " and what servers take" : "",
                busy(estimate)));
  }

  private static String busy(EstimateResult estimate) {
    return estimate.busySeconds().toMillis() < BUSY * estimate.seconds().toMillis()
        ? ""
        : " (%s on a machine as busy as now)".formatted(Times.of(estimate.busySeconds()));
  }

  private static void tables(EstimateResult estimate, TextOut out) {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of("table", "rows", "size"));
    estimate
        .rows()
        .forEach(
            (name, rows) ->
                table.row(
                    List.of(
                        name,
                        (estimate.estimatedRows().contains(name) ? "about " : "")
                            + "%,d".formatted(rows),
                        Sizes.of(estimate.tableBytes().get(name)))));
    table.print(out.out(), "  ", out.paint());
  }

  private static String kept(EstimateResult estimate) {
    long expired = estimate.expiredStatements();
    return estimate
        .ttl()
        .map(
            rule ->
                "%s%s; derived tables drop %s"
                    .formatted(
                        rule,
                        estimate.ttlAssumed().map(why -> " (assumed: " + why + ")").orElse(""),
                        expired == 0
                            ? "nothing"
                            : "about " + Amount.of(expired, "older statement")))
        .orElse("for ever, the site has no TTL");
  }
}
