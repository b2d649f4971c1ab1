package org.openedx.devdata.testing;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.LeftRows;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.engine.SpecRun;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Runs spec texts of one service against a test's database, as the command would. */
public final class SpecLab {

  /** The run clock of all runs that do not say otherwise. */
  public static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");

  private final TestDatabase database;
  private final SqlService service;
  private int chunkSize = RunOptions.CHUNK_SIZE;
  private Map<String, String> aliases = Map.of();
  private Ledgers ledgers = Ledgers.NONE;
  private Removal removal = Removal.NONE;
  private final List<String> notes = new ArrayList<>();

  public SpecLab(TestDatabase database, SqlService service) {
    this.database = database;
    this.service = service;
  }

  /** Makes the table without which specs are not loaded: the database is not one of Django's. */
  public static final String DJANGO_MIGRATIONS =
      "CREATE TABLE django_migrations (id int AUTO_INCREMENT PRIMARY KEY,"
          + " app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied datetime(6) NOT NULL)";

  /** Makes the service's tables and the rows that its migrations make. */
  public SpecLab withTables() throws SQLException {
    List<String> statements = new ArrayList<>();
    statements.add(DJANGO_MIGRATIONS);
    for (Table table : service.tables().all()) {
      statements.add(Ddl.create(table, service.tables()));
      table.details().rows().forEach(row -> statements.add(insert(table, row)));
    }
    database.run(statements.toArray(String[]::new));
    return this;
  }

  private static String insert(Table table, Map<String, Object> row) {
    return "INSERT INTO "
        + table
        + row.keySet().stream().map(Ddl::quote).collect(Collectors.joining(", ", " (", ")"))
        + row.values().stream()
            .map(value -> "'" + value + "'")
            .collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  /** Tables of an alias are in another database. */
  public SpecLab withAlias(String alias, TestDatabase other) {
    this.aliases = Map.of(alias, other.name());
    return this;
  }

  /** Remembers what loads make; a lab of the same database with other ledgers is another spec. */
  public SpecLab withLedgers(Ledgers remembering) {
    this.ledgers = remembering;
    return this;
  }

  /** Removes what these say, too, from now on. */
  public SpecLab removing(Removal more) {
    this.removal = more;
    return this;
  }

  /** Warnings and rows left since the last call, such as {@code left 2 auth_user}. */
  public List<String> notes() {
    List<String> seen = List.copyOf(notes);
    notes.clear();
    return seen;
  }

  /** Plans and writes in chunks of this many records. */
  public SpecLab inChunksOf(int records) {
    this.chunkSize = records;
    return this;
  }

  /** Rows that a load created or updated, as {@code create auth_user alice}. */
  public List<String> load(String spec) {
    return changes(spec, Step.LOAD, NOW);
  }

  public List<String> loadAt(Instant now, String spec) {
    return changes(spec, Step.LOAD, now);
  }

  public List<String> plan(String spec) {
    return changes(spec, Step.PLAN, NOW);
  }

  public List<String> reset(String spec) {
    return changes(spec, Step.RESET, NOW);
  }

  /** What a plan says of several entries for one database. */
  public List<String> planInTurn(String... specs) {
    return changed(run(List.of(specs), Step.PLAN, NOW));
  }

  private List<String> changes(String text, Step step, Instant now) {
    return changed(run(text, step, now));
  }

  private static List<String> changed(List<RowChange> changes) {
    return changes.stream()
        .filter(change -> change.action() != Action.UNCHANGED)
        .map(SpecLab::line)
        .toList();
  }

  static String line(RowChange change) {
    String columns =
        change.columns().stream().map(SpecLab::column).collect(Collectors.joining(", ", " {", "}"));
    return change.action().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + change.table()
        + " "
        + change.label()
        + (change.columns().isEmpty() ? "" : columns);
  }

  private static String column(ColumnChange change) {
    return change.column() + ": " + change.before() + " -> " + change.after();
  }

  /** All rows of a run, unchanged ones too. */
  public List<RowChange> run(String text, Step step, Instant now) {
    return run(List.of(text), step, now);
  }

  private List<RowChange> run(List<String> texts, Step step, Instant now) {
    List<RowChange> changes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void row(RunEntry entry, RowChange change) {
            changes.add(change);
          }

          @Override
          public void left(RunEntry entry, LeftRows rows) {
            notes.add(
                "left "
                    + rows.rows()
                    + " "
                    + rows.table()
                    + (rows.claimants().isEmpty() ? "" : " of " + rows.claimants()));
          }

          @Override
          public void warning(String message) {
            notes.add(message);
          }
        };
    RunOptions options =
        new RunOptions(step, now, 42, false, Duration.ofSeconds(30), chunkSize, removal);
    List<RunEntry> entries = new ArrayList<>();
    texts.forEach(text -> entries.add(entry(entries.size() + 1, read(text))));
    new SpecRun(entries, List.of(), options, listener, ledgers).run();
    return changes;
  }

  /** Loads and forgets what was done, as long as it succeeds; for benchmarks. */
  public void loadQuietly(String text) {
    RunOptions options =
        new RunOptions(Step.LOAD, NOW, 42, false, Duration.ofSeconds(30), chunkSize);
    new SpecRun(List.of(entry(1, read(text))), List.of(), options, RunListener.SILENT, ledgers)
        .run();
  }

  private RunEntry entry(int number, ServiceSpec spec) {
    ConnectionSettings connection =
        new ConnectionSettings(
            "test",
            service.descriptor().ida(),
            database.jdbcUrl(),
            database.user(),
            database.password(),
            aliases);
    return new RunEntry(number, service, spec, connection);
  }

  /**
   * Reads and checks a spec named {@code spec.yaml}.
   *
   * @throws SpecException with all problems
   */
  public ServiceSpec read(String text) {
    return read(service, text);
  }

  /** As {@link #read(String)}, for specs that need no database. */
  public static ServiceSpec read(SqlService service, String text) {
    return read(service, text, new Problems());
  }

  /** What a spec without problems is warned of, a line each. */
  public static List<String> warnings(SqlService service, String text) {
    Problems problems = new Problems();
    read(service, text, problems);
    return problems.warnings().stream().map(Object::toString).toList();
  }

  private static ServiceSpec read(SqlService service, String text, Problems problems) {
    YamlReader yaml = new YamlReader(YamlLimits.DEFAULT, name -> null);
    SpecNode root =
        yaml.read("spec.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElse(null);
    problems.throwIfAny();
    ServiceSpec spec = new SpecReader(service.descriptor(), KEYS).read("spec.yaml", root, problems);
    problems.throwIfAny();
    service.check(spec, problems);
    problems.throwIfAny();
    return spec;
  }

  /**
   * Reads and checks specs that a top-level spec lists one after the other, named {@code 1.yaml},
   * {@code 2.yaml} and so on.
   *
   * @throws SpecException with all problems of all
   */
  public static List<ServiceSpec> readInTurn(SqlService service, String... texts) {
    Problems problems = new Problems();
    YamlReader yaml = new YamlReader(YamlLimits.DEFAULT, name -> null);
    List<ServiceSpec> specs = new ArrayList<>();
    for (String text : texts) {
      String name = specs.size() + 1 + ".yaml";
      SpecNode root =
          yaml.read(name, text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
      ServiceSpec spec = new SpecReader(service.descriptor(), KEYS).read(name, root, problems);
      service.check(spec, List.copyOf(specs), problems);
      specs.add(spec);
    }
    problems.throwIfAny();
    return specs;
  }

  private static final KeyParsers KEYS =
      new KeyParsers(
          text -> CourseKey.parse(text).withoutBranchAndVersion().text(),
          text -> UsageKey.parse(text).withoutBranchAndVersion().text());

  public TestDatabase database() {
    return database;
  }
}
