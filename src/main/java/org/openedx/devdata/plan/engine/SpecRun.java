package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.plan.CommonSettings;
import org.openedx.devdata.plan.ReferenceRule;
import org.openedx.devdata.plan.RowProblem;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.plan.Store;
import org.openedx.devdata.plan.StoreService;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Runs the entries of a top-level spec: first looks at every database and every reference, then
 * plans, loads or resets entry by entry, one transaction each. Not thread-safe.
 */
public final class SpecRun {

  private final List<RunEntry> entries;
  private final List<RunEntry> context;

  /** Runs whose rows are rolled back when the database is closed. */
  private final List<EntryRun> uncommitted = new ArrayList<>();

  private final RunOptions options;
  private final RunListener listener;

  public SpecRun(List<RunEntry> entries, RunOptions options, RunListener listener) {
    this(entries, List.of(), options, listener);
  }

  /**
   * @param context entries that are not run, and that others may take something from
   */
  public SpecRun(
      List<RunEntry> entries, List<RunEntry> context, RunOptions options, RunListener listener) {
    this.entries = List.copyOf(entries);
    this.context = List.copyOf(context);
    this.options = options;
    this.listener = listener;
  }

  /** An entry whose database is open and fits. */
  private sealed interface Prepared {
    RunEntry entry();

    String label();
  }

  private record InMySql(
      RunEntry entry, MySqlDatabase database, SchemaBinding binding, EntryRun run)
      implements Prepared {
    @Override
    public String label() {
      return database.settings().label();
    }
  }

  private record InStore(RunEntry entry, Store store) implements Prepared {
    @Override
    public String label() {
      return store.label();
    }
  }

  /**
   * Runs.
   *
   * @throws SpecException when a spec does not fit its database: nothing was written
   * @throws DatabaseException when a database is away, not as expected, or refuses something: the
   *     entry's transaction is rolled back, and with {@code atomic} those of all entries
   * @throws RowProblem when a record cannot be written: likewise
   */
  public void run() {
    // Entries of one database share its connection, or two would wait for each other's rows.
    Map<String, MySqlDatabase> open = new LinkedHashMap<>();
    List<Store> stores = new ArrayList<>();
    try {
      List<Prepared> prepared = ordered(prepare(open, stores));
      if (options.atomic()) {
        // Stores cannot take anything back, so they come when nothing else can fail.
        prepared.stream().filter(InMySql.class::isInstance).forEach(this::run);
        if (options.step().commits()) {
          open.values().forEach(MySqlDatabase::commit);
          uncommitted.clear();
        }
        prepared.stream().filter(InStore.class::isInstance).forEach(this::run);
      } else {
        prepared.forEach(this::run);
      }
    } finally {
      uncommitted.forEach(EntryRun::undo);
      stores.forEach(Store::close);
      open.values().forEach(MySqlDatabase::close);
    }
  }

  private void run(Prepared one) {
    listener.entryStarted(one.entry(), one.label());
    if (one instanceof InMySql sql) {
      run(sql);
      if (!options.atomic() && options.step().commits()) {
        sql.database().commit();
        uncommitted.clear();
      }
    } else if (one instanceof InStore in) {
      in.store().run();
    }
    listener.entryFinished(one.entry());
  }

  private void run(InMySql one) {
    try {
      uncommitted.add(one.run());
      one.run().run();
    } catch (RowProblem | DatabaseException | SpecException e) {
      throw e;
    } catch (RuntimeException e) {
      if (SqlFailures.isSql(e)) {
        throw SqlFailures.explain(one.database().settings().label(), e);
      }
      throw e;
    }
  }

  private List<Prepared> prepare(Map<String, MySqlDatabase> open, List<Store> stores) {
    List<Prepared> prepared = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    Map<MySqlDatabase, KeyIndex> keys = new HashMap<>();
    Map<MySqlDatabase, UniqueValues> values = new HashMap<>();
    for (RunEntry entry : entries) {
      try {
        if (entry.service() instanceof StoreService service) {
          Store store = service.open(entry, before(entry), options, listener);
          stores.add(store);
          prepared.add(new InStore(entry, store));
          continue;
        }
        MySqlDatabase database = database(entry, open);
        SchemaBinding binding = bind(entry, database);
        KeyIndex index = keys.computeIfAbsent(database, this::keyIndex);
        index.add(binding);
        EntryRun run =
            new EntryRun(
                entry,
                before(entry),
                options,
                listener,
                database,
                binding,
                index,
                values.computeIfAbsent(
                    database,
                    any -> new UniqueValues(new DatabaseRows(any), options.step() == Step.PLAN)));
        prepared.add(new InMySql(entry, database, binding, run));
      } catch (DatabaseException e) {
        obstacles.add(e.getMessage());
      }
    }
    if (!obstacles.isEmpty()) {
      throw new DatabaseException(String.join("\n", obstacles.stream().distinct().toList()));
    }
    check(prepared);
    return prepared;
  }

  private List<RunEntry> before(RunEntry entry) {
    return Stream.concat(context.stream(), entries.stream())
        .filter(other -> other.number() < entry.number())
        .toList();
  }

  private MySqlDatabase database(RunEntry entry, Map<String, MySqlDatabase> open) {
    String place = entry.connection().url() + " " + entry.connection().user();
    MySqlDatabase database = open.get(place);
    if (database == null) {
      database = MySqlDatabase.open(entry.connection());
      open.put(place, database);
      if (options.step() != Step.PLAN) {
        database.lock(options.patience());
      }
    }
    return database;
  }

  private static SchemaBinding bind(RunEntry entry, MySqlDatabase database) {
    try {
      entry.sql().inspect(database.schema());
      SchemaBinding binding =
          SchemaBinding.of(
              entry.sql().tables(),
              database.schema(),
              entry.sql().tablesFor(entry.spec()),
              columnDefaults(entry.spec().settings()),
              entry.sql().migrationAdvice());
      requireMigrations(entry, database);
      entry
          .sql()
          .indispensable(entry.spec())
          .forEach(group -> binding.requireOneOf(group, entry.sql().migrationAdvice()));
      return binding;
    } catch (DatabaseException e) {
      throw new DatabaseException(database.settings().label() + ": " + e.getMessage(), e);
    }
  }

  /** A database whose tables are right may still be another program's: a copy, a report's. */
  private static void requireMigrations(RunEntry entry, MySqlDatabase database) {
    boolean reads = !entry.sql().tablesFor(entry.spec()).isEmpty();
    if (reads && !database.schema().has("django_migrations")) {
      throw new DatabaseException(
          "the database has no table django_migrations, so it is not one that the service migrated;"
              + " name that one, or "
              + entry
                  .sql()
                  .migrationAdvice()
                  .replaceFirst("^migrate it first: ", "migrate this one first: "));
    }
  }

  private KeyIndex keyIndex(MySqlDatabase database) {
    Set<String> referred =
        entries.stream()
            .filter(entry -> entry.service() instanceof SqlService)
            .flatMap(entry -> entry.sql().references().stream())
            .filter(ReferenceRule::required)
            .map(rule -> rule.table().name())
            .collect(Collectors.toSet());
    return new KeyIndex(
        new DatabaseRows(database),
        table -> options.step() == Step.PLAN || referred.contains(table.name()));
  }

  private void check(List<Prepared> prepared) {
    Problems problems = new Problems();
    if (!options.step().removes()) {
      checkReferences(prepared, problems);
    }
    for (Prepared one : prepared) {
      if (one instanceof InMySql sql) {
        sql.run().check(problems);
        if (!options.step().removes()) {
          sql.entry().sql().advise(sql.entry().spec(), sql.database(), problems);
        }
      }
    }
    problems.throwIfAny();
    listener.warnings(problems.warnings().stream().map(Problem::toString).toList());
  }

  private static void checkReferences(List<Prepared> prepared, Problems problems) {
    Map<MySqlDatabase, ReferenceCheck> checks = new HashMap<>();
    Map<MySqlDatabase, SpellingCheck> spellings = new HashMap<>();
    for (Prepared one : prepared) {
      if (one instanceof InMySql sql) {
        checks
            .computeIfAbsent(sql.database(), any -> new ReferenceCheck())
            .check(sql.entry(), new DatabaseRows(sql.database()), sql.binding(), problems);
        spellings
            .computeIfAbsent(sql.database(), any -> new SpellingCheck())
            .check(sql.entry(), new DatabaseRows(sql.database()), sql.binding(), problems);
      }
    }
  }

  /** A reset undoes the entries backwards. */
  private List<Prepared> ordered(List<Prepared> prepared) {
    List<Prepared> order = new ArrayList<>(prepared);
    if (options.step().removes()) {
      java.util.Collections.reverse(order);
    }
    return order;
  }

  /** The setting {@code column_defaults}: table to column to value. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, String>> columnDefaults(SpecRecord settings) {
    if (settings.kind().indexOf(CommonSettings.COLUMN_DEFAULTS.name()) < 0) {
      return Map.of();
    }
    return (Map<String, Map<String, String>>)
        settings.get(CommonSettings.COLUMN_DEFAULTS.name(), Map.class).orElse(Map.of());
  }
}
