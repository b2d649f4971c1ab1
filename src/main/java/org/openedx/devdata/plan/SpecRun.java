package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Runs the entries of a top-level spec: first looks at every database and every reference, then
 * plans, loads or resets entry by entry, one transaction each. Not thread-safe.
 */
public final class SpecRun {

  private final List<RunEntry> entries;
  private final RunOptions options;
  private final RunListener listener;

  public SpecRun(List<RunEntry> entries, RunOptions options, RunListener listener) {
    this.entries = List.copyOf(entries);
    this.options = options;
    this.listener = listener;
  }

  private record Prepared(
      RunEntry entry, MySqlDatabase database, SchemaBinding binding, KeyIndex keys) {}

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
    try {
      List<Prepared> prepared = prepare(open);
      for (Prepared one : ordered(prepared)) {
        run(one);
        if (!options.atomic() && options.step().commits()) {
          one.database().commit();
        }
        listener.entryFinished(one.entry());
      }
      if (options.atomic() && options.step().commits()) {
        open.values().forEach(MySqlDatabase::commit);
      }
    } finally {
      open.values().forEach(MySqlDatabase::close);
    }
  }

  private void run(Prepared one) {
    listener.entryStarted(one.entry(), one.database().settings().label());
    try {
      new EntryRun(one.entry(), options, listener, one.database(), one.binding(), one.keys()).run();
    } catch (RowProblem | DatabaseException | SpecException e) {
      throw e;
    } catch (RuntimeException e) {
      if (SqlFailures.isSql(e)) {
        throw SqlFailures.explain(one.database().settings().label(), e);
      }
      throw e;
    }
  }

  private List<Prepared> prepare(Map<String, MySqlDatabase> open) {
    List<Prepared> prepared = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    Map<MySqlDatabase, KeyIndex> keys = new HashMap<>();
    for (RunEntry entry : entries) {
      try {
        MySqlDatabase database = database(entry, open);
        SchemaBinding binding = bind(entry, database);
        KeyIndex index = keys.computeIfAbsent(database, this::keyIndex);
        index.add(binding);
        prepared.add(new Prepared(entry, database, binding, index));
      } catch (DatabaseException e) {
        obstacles.add(e.getMessage());
      }
    }
    if (!obstacles.isEmpty()) {
      throw new DatabaseException(String.join("\n", obstacles.stream().distinct().toList()));
    }
    if (!options.step().removes()) {
      checkReferences(prepared);
    }
    return prepared;
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
      entry.service().inspect(database.schema());
      return SchemaBinding.of(
          entry.service().tables(),
          database.schema(),
          entry.service().tablesFor(entry.spec()),
          columnDefaults(entry.spec().settings()),
          entry.service().migrationAdvice());
    } catch (DatabaseException e) {
      throw new DatabaseException(database.settings().label() + ": " + e.getMessage(), e);
    }
  }

  private KeyIndex keyIndex(MySqlDatabase database) {
    Set<String> referred =
        entries.stream()
            .flatMap(entry -> entry.service().references().stream())
            .map(rule -> rule.table().name())
            .collect(Collectors.toSet());
    return new KeyIndex(
        database, table -> options.step() == Step.PLAN || referred.contains(table.name()));
  }

  private void checkReferences(List<Prepared> prepared) {
    Problems problems = new Problems();
    Map<MySqlDatabase, ReferenceCheck> checks = new HashMap<>();
    for (Prepared one : prepared) {
      checks
          .computeIfAbsent(one.database(), any -> new ReferenceCheck())
          .check(one.entry(), one.database(), one.binding(), problems);
    }
    problems.throwIfAny();
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
