package org.openedx.devdata.service.aspects.derived;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsStatus;
import org.openedx.devdata.service.aspects.LiveAspects.LiveTable;

/**
 * Queries that compare a derived table with its view's query.
 *
 * @param target the table
 * @param made a query for the rows as the table would hold them, of types as in the table
 * @param keys columns of the table's sorting key
 * @param texts other columns with texts
 * @param replaces whether of rows with one key only one counts
 * @param condition picks a part of the learners or statements in the table; {@code 1} for all
 * @param settings picks the same part in what the query reads; empty for all
 */
record RowComparison(
    TableName target,
    String made,
    List<String> keys,
    List<String> texts,
    boolean replaces,
    String condition,
    String settings) {

  private static final Pattern ORDER = Pattern.compile("ORDER BY (\\([^)]*\\)|[^ ]+)");
  private static final List<String> PICKED = List.of("event_id", "actor_id");

  /** The queries for a table; nothing when its rows have no key or its query is not understood. */
  static Optional<RowComparison> of(
      Derived step, DerivedTables tables, Filling filling, long sample) {
    Optional<LiveTable> table =
        tables.live().find(step.name()).filter(found -> found.engine().contains("MergeTree"));
    Optional<String> query =
        step.kind() == Derived.Kind.DICTIONARY ? Optional.empty() : filling.query(step);
    if (table.isEmpty() || query.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> types = table.get().columns();
    Map<String, String> given = filling.columns(query.get());
    List<String> keys =
        sortingKey(table.get().engineFull()).stream().filter(given::containsKey).toList();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts =
        given.keySet().stream()
            .filter(column -> !keys.contains(column))
            .filter(
                column ->
                    types.getOrDefault(column, "").matches("String|LowCardinality\\(String\\)"))
            .toList();
    String kept =
        AspectsStatus.ttl(table.get().engineFull())
            .map(rule -> " WHERE (" + rule + ") > now()")
            .orElse("");
    String made =
        Stream.concat(keys.stream(), texts.stream())
            .map(column -> converted(column, given.get(column), types.get(column)))
            .collect(
                Collectors.joining(
                    ", ", "SELECT ", " FROM (SELECT * FROM (" + query.get() + ")" + kept + ")"));
    Optional<String> picked =
        PICKED.stream()
            .filter(keys::contains)
            .filter(column -> !filling.sourcesWith(step, column).isEmpty())
            .findFirst();
    long portions = sample <= 0 ? 1 : Math.max(1, table.get().rows() / sample);
    if (picked.isEmpty() || portions == 1) {
      return Optional.of(
          new RowComparison(step.name(), made, keys, texts, replaces(table.get()), "1", ""));
    }
    String part = "cityHash64(%s) %% %d = 0".formatted(picked.get(), portions);
    return Optional.of(
        new RowComparison(
            step.name(),
            made,
            keys,
            texts,
            replaces(table.get()),
            part,
            filters(filling.sourcesWith(step, picked.get()), part)));
  }

  private static boolean replaces(LiveTable table) {
    return table.engine().contains("Replacing");
  }

  private static String filters(Set<TableName> sources, String part) {
    return sources.stream()
        .map(source -> TableName.literal(source.toString()) + ": " + TableName.literal(part))
        .collect(Collectors.joining(", ", " SETTINGS additional_table_filters = {", "}"));
  }

  private static List<String> sortingKey(String engine) {
    Matcher matcher = ORDER.matcher(engine);
    return matcher.find()
        ? Stream.of(matcher.group(1).replaceAll("[()`]", "").split(", *")).toList()
        : List.of();
  }

  /** As an insert converts it: NULL becomes the type's empty value. */
  private static String converted(String column, String from, String to) {
    String quoted = TableName.quote(column);
    boolean loses = from.startsWith("Nullable(") && !to.startsWith("Nullable(");
    return "CAST(%s, %s) AS %s"
        .formatted(loses ? "assumeNotNull(" + quoted + ")" : quoted, TableName.literal(to), quoted);
  }

  /** Query for the number of rows that the table lacks. */
  String missing() {
    String columns = quoted(keys);
    return "SELECT count() FROM (SELECT DISTINCT %1$s FROM (%2$s)) AS made LEFT ANTI JOIN (SELECT DISTINCT %1$s FROM %3$s WHERE %4$s) AS there USING (%1$s)"
        .formatted(columns, made, target.quoted(), condition);
  }

  /**
   * Query for the number of rows with an empty text where the view has one; nothing without texts.
   */
  Optional<String> bare() {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String columns = quoted(keys);
    String known =
        texts.stream()
            .map(text -> "min(%1$s) AS %2$s".formatted(TableName.quote(text), known(text)))
            .collect(Collectors.joining(", "));
    String differs =
        texts.stream()
            .map(
                text ->
                    "(there.%s = '' AND %s != '')".formatted(TableName.quote(text), known(text)))
            .collect(Collectors.joining(" OR "));
    return Optional.of(
        "SELECT count() FROM (SELECT %1$s, %2$s FROM %3$s%4$s WHERE %5$s) AS there INNER JOIN (SELECT %1$s, %6$s FROM (%7$s) GROUP BY %1$s) AS made USING (%1$s) WHERE %8$s"
            .formatted(
                columns,
                quoted(texts),
                target.quoted(),
                replaces ? " FINAL" : "",
                condition,
                known,
                made,
                differs));
  }

  private static String known(String text) {
    return TableName.quote("known " + text);
  }

  private static String quoted(List<String> columns) {
    return columns.stream().map(TableName::quote).collect(Collectors.joining(", "));
  }
}
