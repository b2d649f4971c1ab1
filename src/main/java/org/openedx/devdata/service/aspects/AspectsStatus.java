package org.openedx.devdata.service.aspects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Status of a site ({@code devdata aspects status}).
 *
 * @param clickhouse version of the server
 * @param migration what the site's migrations say, when there are any
 * @param rawForm the form of the statements' table
 * @param partitioned whether that table is partitioned by month
 * @param features what its tables can hold: {@code email}, {@code username}, {@code tags}, {@code
 *     course_enrollment}, each with whether it can
 * @param dbt how far the derived tables are
 * @param otherRows rows in the table of statements that the reports do not read
 * @param ttl the TTL expression of the derived tables, when one is in force
 * @param replicated whether the tables are on a cluster
 * @param rows rows of the raw tables, as ClickHouse counts them without looking
 */
public record AspectsStatus(
    String clickhouse,
    Optional<String> migration,
    RawForm rawForm,
    boolean partitioned,
    Map<String, Boolean> features,
    Dbt dbt,
    long otherRows,
    Optional<String> ttl,
    boolean replicated,
    Map<String, Long> rows) {

  /** The form of the statements' table. */
  public enum RawForm {
    MISSING,
    /** Before migration 0030, with a column of type JSON. */
    WITH_EVENT_STR,
    CURRENT,
    OTHER
  }

  /** The derived tables. */
  public enum Dbt {
    /** Only raw tables. */
    NOT_RUN,
    BEFORE_4,
    FROM_4_TO_7,
    /** 8.0. */
    FROM_8,
    /** Courses and videos are filled by timers. */
    FROM_8_1
  }

  private static final Pattern TTL = Pattern.compile("\\bTTL (.*?)(?: SETTINGS .*)?$");

  /** Looks at the system tables; reads no data. */
  public static AspectsStatus read(ClickHouse clickhouse, AspectsNames names) {
    LiveAspects live = LiveAspects.read(clickhouse, names);
    TableName raw = names.statements();
    TableName parsed = names.parsed();
    Map<String, Long> rows = new LinkedHashMap<>();
    for (DumpTable table : DumpTable.values()) {
      live.find(names.of(table)).ifPresent(t -> rows.put(names.of(table).toString(), t.rows()));
    }
    String engine = live.find(raw).map(LiveAspects.LiveTable::engine).orElse("");
    return new AspectsStatus(
        clickhouse.value("SELECT version()"),
        migration(clickhouse, live, names),
        rawForm(live.columns(raw)),
        live.find(raw).map(t -> !t.partitionKey().isEmpty()).orElse(false),
        features(live, names),
        dbt(live, names, parsed),
        live.find(names.otherStatements()).map(LiveAspects.LiveTable::rows).orElse(0L),
        live.find(parsed).flatMap(t -> ttl(t.engineFull())),
        engine.startsWith("Replicated") || engine.startsWith("Shared"),
        rows);
  }

  /** The TTL expression in the engine clause of a table. */
  public static Optional<String> ttl(String engineFull) {
    Matcher matcher = TTL.matcher(engineFull);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> migration(
      ClickHouse clickhouse, LiveAspects live, AspectsNames names) {
    TableName table = names.of(AspectsTables.ALEMBIC_VERSION);
    if (!live.has(table)) {
      return Optional.empty();
    }
    List<List<String>> versions =
        clickhouse.rows(
            "SELECT version_num FROM %s FINAL ORDER BY dt DESC LIMIT 1".formatted(table.quoted()));
    return versions.stream().findFirst().map(row -> row.get(0));
  }

  private static RawForm rawForm(Map<String, String> columns) {
    if (columns.isEmpty()) {
      return RawForm.MISSING;
    }
    if (columns.containsKey("event_str")) {
      return RawForm.WITH_EVENT_STR;
    }
    boolean current =
        columns.size() == AspectsTables.STATEMENTS.columns().size()
            && AspectsTables.STATEMENTS.columns().stream()
                .allMatch(column -> column.type().equals(columns.get(column.name())));
    return current ? RawForm.CURRENT : RawForm.OTHER;
  }

  private static Map<String, Boolean> features(LiveAspects live, AspectsNames names) {
    Map<String, String> profile = live.columns(names.of(AspectsTables.USER_PROFILE));
    Map<String, Boolean> features = new LinkedHashMap<>();
    features.put("email", profile.containsKey("email"));
    features.put("username", profile.containsKey("username"));
    features.put("tags", live.has(names.of(AspectsTables.TAG)));
    features.put("course_enrollment", live.has(names.of(AspectsTables.COURSE_ENROLLMENT)));
    return features;
  }

  private static Dbt dbt(LiveAspects live, AspectsNames names, TableName parsed) {
    if (!live.has(parsed)) {
      return Dbt.NOT_RUN;
    }
    if (!live.has(new TableName(names.reporting(), "dim_student_status"))) {
      return Dbt.BEFORE_4;
    }
    boolean before8 = live.has(new TableName(names.reporting(), "dim_subsection_performance"));
    if (before8) {
      return Dbt.FROM_4_TO_7;
    }
    return live.has(new TableName(names.reporting(), "dim_course_subsection_items"))
        ? Dbt.FROM_8_1
        : Dbt.FROM_8;
  }
}
