package org.openedx.devdata.cli.report.generation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.generate.trial.Estimate;
import org.openedx.devdata.world.dump.DumpTable;

/** The estimate of a load of generated data. */
public record EstimateResult(
    @Meaning("`load-db`") String command,
    @Meaning("the configuration's name") String config,
    @Meaning("its back end") String backend,
    @Meaning("the destination of the rows") String destination,
    @Meaning("the run's seed") long seed,
    @Meaning("the slice, such as `1/1` for the whole") String slice,
    @Meaning("true: nothing was written") boolean dryRun,
    @Meaning("size of all statements as JSON, in bytes") long bytes,
    @Meaning("size of their files, in bytes; null when there are none") Optional<Long> bytesWritten,
    @Meaning("estimated duration on a machine without other work, without what servers take")
        Duration seconds,
    @Meaning("the same on a machine as busy as it was during the trial") Duration busySeconds,
    @Meaning("number of months that the statements are of") long months,
    @Meaning("the site's rule for dropping statements; null when they are kept for ever")
        Optional<String> ttl,
    @Meaning("why that rule is assumed; null when it is the site's own")
        Optional<String> ttlAssumed,
    @Meaning("number of statements that are older than the rule allows") long expiredStatements,
    @Meaning("numbers of rows by table") Map<String, Long> rows,
    @Meaning("their sizes in bytes by table") Map<String, Long> tableBytes,
    @Meaning("tables whose numbers are not exact") List<String> estimatedRows) {

  /**
   * Time for which statements are kept.
   *
   * @param rule the site's rule, or the one that is assumed; nothing when they are kept for ever
   * @param assumption why it is assumed; nothing when the site has stated it
   */
  public record Kept(Optional<String> rule, Optional<String> assumption) {}

  /** The document of an estimate. */
  public static EstimateResult of(GenerationFacts facts, Estimate estimate, Kept kept) {
    Map<String, Long> rows = new LinkedHashMap<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    estimate
        .tables()
        .forEach(
            (table, of) -> {
              rows.put(table.tableName(), of.count());
              sizes.put(table.tableName(), of.bytes());
            });
    return new EstimateResult(
        "load-db",
        facts.source(),
        facts.config().backend().key(),
        facts.destination(),
        facts.config().world().seed(),
        facts.config().output().slice().toString(),
        true,
        sizes.get(DumpTable.XAPI.tableName()),
        estimate.written().stream().boxed().findFirst(),
        duration(estimate.seconds()),
        duration(estimate.secondsAsBusy()),
        estimate.months(),
        kept.rule(),
        kept.assumption(),
        estimate.expired(),
        rows,
        sizes,
        estimate.tables().entrySet().stream()
            .filter(entry -> !entry.getValue().exact())
            .map(entry -> entry.getKey().tableName())
            .toList());
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
