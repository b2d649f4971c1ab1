package org.openedx.devdata.service.aspects.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openedx.devdata.answers.Charts;
import org.openedx.devdata.answers.CsvReader;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.answers.figure.SiteQuery;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;
import org.openedx.devdata.service.aspects.LiveAspects;
import org.openedx.devdata.spec.Amount;

/** Holds the reporting tables of a site against known answers. Used once, by one thread. */
public final class AnswersVerification {

  /** Known rows that are compared at a time, about: whole course runs. */
  private static final int ROWS = 50_000;

  private final ClickHouse clickhouse;
  private final AspectsNames names;
  private final AnswersFolder answers;
  private final LiveAspects live;

  public AnswersVerification(ClickHouse clickhouse, AspectsNames names, AnswersFolder answers) {
    this.clickhouse = clickhouse;
    this.names = names;
    this.answers = answers;
    this.live = LiveAspects.read(clickhouse, names);
  }

  /**
   * Compares the figures of all charts that a site has tables of.
   *
   * @throws IOException when the files of the answers cannot be read
   */
  public List<Finding> verify() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Chart chart : Charts.ALL) {
      if (!chart.site().isNone()) {
        findings.add(verify(chart));
      }
    }
    return findings;
  }

  private Finding verify(Chart chart) throws IOException {
    AnswerTable table = chart.table();
    String name = "known answers of %s: %s".formatted(table.name(), table.meaning());
    Optional<SiteQuery> query = Optional.of(chart.site());
    String missing = "";
    while (query.isPresent()) {
      Optional<String> lacks = query.get().tables().stream().filter(this::isMissing).findFirst();
      if (lacks.isEmpty()) {
        return compare(name, table, query.get());
      }
      missing = missing.isEmpty() ? filled(lacks.get(), "") : missing;
      query = query.get().before();
    }
    return new Finding(name, Outcome.NOT_CHECKED, missing + " is not there");
  }

  /** Tests whether a site lacks a table, or a column of it: {@code database.table.column}. */
  private boolean isMissing(String needed) {
    String[] parts = filled(needed, "").split("[.]");
    TableName table = new TableName(parts[0], parts[1]);
    return parts.length == 2 ? !live.has(table) : !live.columns(table).containsKey(parts[2]);
  }

  private Finding compare(String name, AnswerTable table, SiteQuery query) throws IOException {
    List<String> keys = table.keys();
    List<String> figures = query.figures(table);
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(figures);
    Difference difference = new Difference(keys, figures);
    String last = "";
    try (CsvReader reader = answers.open(table.name())) {
      Courses courses = new Courses(reader, columns, answers.courses());
      while (courses.hasNext()) {
        List<List<String>> known = courses.next(ROWS);
        last =
            "SELECT %s FROM (%s)"
                .formatted(
                    columns.stream().map(TableName::quote).collect(Collectors.joining(", ")),
                    filled(query.sql(), courses.taken()));
        difference.compare(known, clickhouse.rows(last));
      }
    }
    if (difference.count() == 0) {
      return new Finding(name, Outcome.HOLDS, Amount.of(difference.rows(), "row"));
    }
    String more =
        difference.count() > difference.named().size()
            ? "\n  and %,d more".formatted(difference.count() - difference.named().size())
            : "";
    return new Finding(
        name,
        Outcome.BROKEN,
        "%s\n  %s%s\n  query: %s"
            .formatted(
                difference.count() == 1
                    ? "1 figure differs"
                    : "%,d figures differ".formatted(difference.count()),
                String.join("\n  ", difference.named()),
                more,
                last));
  }

  private String filled(String sql, String courses) {
    return sql.replace("{courses}", courses)
        .replace(
            "{now}", "toDateTime(" + TableName.literal(answers.asOf() + " 00:00:00") + ", 'UTC')")
        .replace("{r}", names.reporting())
        .replace("{x}", names.source())
        .replace("{s}", names.eventSink());
  }
}
