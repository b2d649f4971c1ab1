package org.openedx.devdata.service.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.raw.AspectsTable;

/**
 * Looks whether what was loaded agrees with itself and with what was to be loaded ({@code devdata
 * aspects verify}). Stateless.
 */
public final class AspectsVerification {

  private AspectsVerification() {}

  /** Result of a check. */
  public enum Outcome {
    HOLDS,
    BROKEN,
    /** Its tables are not there or have no rows. */
    NOT_CHECKED
  }

  /**
   * A check and how it went.
   *
   * @param name what must hold
   * @param outcome whether it does
   * @param detail numbers, an example and what to do; empty when there is nothing to say
   */
  public record Finding(String name, Outcome outcome, String detail) {}

  /**
   * Runs all checks.
   *
   * @param expected rows to be found, such as those of manifests
   * @param sample at most about so many statements are parsed; 0 for all
   */
  public static List<Finding> verify(
      ClickHouse clickhouse, AspectsNames names, ExpectedRows expected, long sample) {
    LiveAspects live = LiveAspects.read(clickhouse, names);
    List<Finding> findings = new ArrayList<>();
    for (DumpTable table : DumpTable.values()) {
      count(clickhouse, names, table.raw(), expected).ifPresent(findings::add);
    }
    String condition = condition(live, names, sample);
    for (AspectsCheck check : AspectsCheck.ALL) {
      findings.add(run(clickhouse, names, live, check, condition));
    }
    parsed(clickhouse, names, live).ifPresent(findings::add);
    expiring(clickhouse, names, live).ifPresent(findings::add);
    return findings;
  }

  /** Rows as a reader sees them: repeated statements and exports count once. */
  private static Optional<Finding> count(
      ClickHouse clickhouse, AspectsNames names, AspectsTable table, ExpectedRows expected) {
    Long wanted = expected.rows().get(table.name());
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<String> own = expected.condition(table);
    String last = table.storage().engine().startsWith("Replacing") ? " FINAL" : "";
    String where = own.map(condition -> " WHERE " + condition).orElse("");
    long found =
        Long.parseLong(
            clickhouse.value("SELECT count() FROM " + names.of(table).quoted() + last + where));
    boolean othersBeside = own.isEmpty() && !expected.courses().isEmpty();
    String name = "%s has the rows that were made".formatted(names.of(table));
    if (found == wanted || (othersBeside && found > wanted)) {
      return Optional.of(new Finding(name, Outcome.HOLDS, Amount.of(wanted, "row")));
    }
    return Optional.of(
        new Finding(
            name,
            Outcome.BROKEN,
            "%s, not %,d; look into failed/ or load again"
                .formatted(Amount.of(found, "row"), wanted)));
  }

  private static Finding run(
      ClickHouse clickhouse,
      AspectsNames names,
      LiveAspects live,
      AspectsCheck check,
      String condition) {
    for (AspectsTable table : check.needs()) {
      if (live.find(names.of(table)).map(found -> found.rows() == 0).orElse(true)) {
        return new Finding(check.name(), Outcome.NOT_CHECKED, names.of(table) + " has no rows");
      }
    }
    String query =
        check
            .broken()
            .replace("{raw}", names.statements().quoted())
            .replace("{sink}", TableName.quote(names.eventSink()))
            .replace("{xapi}", TableName.quote(names.xapi()))
            .replace("{sample}", condition);
    List<String> row = clickhouse.rows(query).get(0);
    long broken = Long.parseLong(row.get(0));
    return broken == 0
        ? new Finding(check.name(), Outcome.HOLDS, "")
        : new Finding(
            check.name(),
            Outcome.BROKEN,
            "%s, such as '%s'; %s".formatted(Amount.of(broken, "row"), row.get(1), check.hint()));
  }

  /** The same statements each time, spread evenly. */
  private static String condition(LiveAspects live, AspectsNames names, long sample) {
    long rows = live.find(names.statements()).map(LiveAspects.LiveTable::rows).orElse(0L);
    long step = sample <= 0 ? 1 : Math.max(1, rows / sample);
    return step == 1 ? "1" : "cityHash64(event_id) % " + step + " = 0";
  }

  private static Optional<Finding> parsed(
      ClickHouse clickhouse, AspectsNames names, LiveAspects live) {
    TableName parsed = names.parsed();
    if (!live.has(parsed)) {
      return Optional.empty();
    }
    String kept =
        live.find(parsed)
            .flatMap(table -> AspectsStatus.ttl(table.engineFull()))
            .map(rule -> " WHERE (" + rule + ") > now()")
            .orElse("");
    long raw = uniqueIds(clickhouse, names.statements(), kept);
    long derived = uniqueIds(clickhouse, parsed, kept);
    return Optional.of(
        raw == derived
            ? new Finding("every statement is in " + parsed, Outcome.HOLDS, "")
            : new Finding(
                "every statement is in " + parsed,
                Outcome.BROKEN,
                "%s, %,d of them parsed; rebuild".formatted(Amount.of(raw, "statement"), derived)));
  }

  private static long uniqueIds(ClickHouse clickhouse, TableName table, String condition) {
    return Long.parseLong(
        clickhouse.value("SELECT uniqExact(event_id) FROM " + table.quoted() + condition));
  }

  private static Optional<Finding> expiring(
      ClickHouse clickhouse, AspectsNames names, LiveAspects live) {
    TableName parsed = names.parsed();
    Optional<String> ttl = live.find(parsed).flatMap(t -> AspectsStatus.ttl(t.engineFull()));
    return ttl.map(
        expression -> {
          long lost =
              Long.parseLong(
                  clickhouse.value(
                      "SELECT countIf(%s < now()) FROM %s"
                          .formatted(expression, names.statements().quoted())));
          String name = "no statement is older than the site keeps them";
          return lost == 0
              ? new Finding(name, Outcome.HOLDS, "")
              : new Finding(
                  name,
                  Outcome.BROKEN,
                  "%s past '%s', which the reports will drop; seed newer ones"
                      .formatted(Amount.of(lost, "statement"), expression));
        });
  }
}
