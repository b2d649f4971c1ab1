package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;
import org.openedx.devdata.spec.Amount;

/**
 * Compares each derived table with what its view's query gives of all rows now: rows that are
 * missing, and texts that are empty where the query knows one. Other differences are not reported:
 * a site rightly keeps the name that a block had when it was answered.
 */
public final class DerivedRows {

  private final ClickHouse clickhouse;
  private final DerivedTables tables;
  private final Filling filling;
  private final long sample;

  private DerivedRows(ClickHouse clickhouse, DerivedTables tables, long sample) {
    this.clickhouse = clickhouse;
    this.tables = tables;
    this.filling = Filling.of(clickhouse, tables);
    this.sample = sample;
  }

  /**
   * Compares all.
   *
   * @param sample rows of a table that are compared, about; 0 for all
   * @return a finding for each table that differs or cannot be compared, and one for all others;
   *     none where dbt has not run
   */
  public static List<Finding> verify(ClickHouse clickhouse, AspectsNames names, long sample) {
    DerivedTables tables = DerivedTables.read(clickhouse, names);
    return new DerivedRows(clickhouse, tables, sample).findings();
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    long compared = 0;
    for (Derived step : tables.steps()) {
      Optional<RowComparison> comparison = RowComparison.of(step, tables, filling, sample);
      if (comparison.isPresent()) {
        Optional<Finding> finding = finding(step, comparison.get());
        finding.ifPresent(findings::add);
        compared += finding.isEmpty() ? 1 : 0;
      }
    }
    if (compared > 0) {
      findings.add(
          new Finding(
              "derived tables have what their views would make now",
              Outcome.HOLDS,
              Amount.of(compared, "table")));
    }
    return findings;
  }

  private Optional<Finding> finding(Derived step, RowComparison comparison) {
    String name = "%s has what its view would make now".formatted(step.name());
    try {
      long missing = number(comparison.missing(), comparison);
      long bare = comparison.bare().map(query -> number(query, comparison)).orElse(0L);
      if (missing == 0 && bare == 0) {
        return Optional.empty();
      }
      List<String> lacks = new ArrayList<>();
      if (missing > 0) {
        lacks.add(Amount.of(missing, "row") + " missing");
      }
      if (bare > 0) {
        lacks.add(
            "%s without %s"
                .formatted(Amount.of(bare, "row"), String.join(" or ", comparison.texts())));
      }
      return Optional.of(
          new Finding(name, Outcome.BROKEN, String.join(", ", lacks) + "; " + hint(step)));
    } catch (ClickHouseException e) {
      if (e.code() == ClickHouseException.NO_ANSWER || e.isOfUser()) {
        throw e;
      }
      String said = e.getMessage().lines().findFirst().orElse("");
      return Optional.of(new Finding(name, Outcome.NOT_CHECKED, said));
    }
  }

  private long number(String query, RowComparison comparison) {
    return Long.parseLong(clickhouse.value(query + comparison.settings()));
  }

  private static String hint(Derived step) {
    return switch (step.kind()) {
      case APPENDED -> "`devdata aspects rebuild --history`";
      case REFRESHED -> "wait for its timer, or `devdata aspects rebuild --dictionaries`";
      default -> "`devdata aspects rebuild`";
    };
  }
}
