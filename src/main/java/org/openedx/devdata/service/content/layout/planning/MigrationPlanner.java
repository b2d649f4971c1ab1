package org.openedx.devdata.service.content.layout.planning;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.service.content.layout.script.MigrationScript;
import org.openedx.devdata.service.content.layout.script.MigrationScripts;
import org.openedx.devdata.service.content.layout.script.PlatformScript;
import org.openedx.devdata.service.content.layout.script.PlatformScripts;
import org.openedx.devdata.service.content.layout.script.Progress;

/**
 * Works out the statements between what a database has and a layout: the rest of a migration that
 * was interrupted, then those after it. Reads nothing but facts. Immutable.
 */
public final class MigrationPlanner {

  private final MigrationChain chain;
  private final MigrationScripts scripts;
  private final LocalDateTime now;

  public MigrationPlanner(MigrationChain chain, MigrationScripts scripts, LocalDateTime now) {
    this.chain = chain;
    this.scripts = scripts;
    this.now = now;
  }

  /**
   * The statements of migrations that are not recorded, in order.
   *
   * @param migrations the chain as far as it is to go
   * @param applied rows of {@code django_migrations}
   * @throws DatabaseException when the database is in no state that upstream passes through
   */
  List<MigrationStep> plan(List<Migration> migrations, Set<String> facts, Set<Migration> applied) {
    Progress progress = Progress.of(chain, scripts, facts, applied);
    Set<String> state = new HashSet<>(facts);
    List<MigrationStep> steps = new ArrayList<>();
    for (Migration migration : migrations) {
      if (!applied.contains(migration)) {
        boolean last = progress.through().map(migration::equals).orElse(true);
        boolean shown = progress.unrecorded().contains(migration) && !last;
        add(scripts.of(migration, state), state, steps, shown);
      }
    }
    return steps;
  }

  /**
   * Those of the platform's migrations that Django cannot run after the tables were renamed, and
   * that are due.
   */
  List<MigrationStep> platform(
      PlatformScripts platform, Set<String> facts, Set<Migration> applied) {
    Set<String> state = new HashSet<>(facts);
    Set<Migration> recorded = new HashSet<>(applied);
    List<MigrationStep> steps = new ArrayList<>();
    for (PlatformScript one : platform.all()) {
      if (!recorded.contains(one.script().migration()) && one.isDue(recorded, state)) {
        recorded.add(one.script().migration());
        add(one.script(), state, steps, false);
      }
    }
    return steps;
  }

  /**
   * Adds what is left of a migration, and takes the state to its end.
   *
   * @param shown whether later migrations show that its last statements, those on rows, have run:
   *     again they would take away what has been written since
   */
  private void add(
      MigrationScript script, Set<String> state, List<MigrationStep> steps, boolean shown) {
    Migration migration = script.migration();
    List<Change> pending =
        script
            .pending(state)
            .orElseThrow(
                () ->
                    new DatabaseException(
                        "the tables are in no state that "
                            + migration
                            + " passes through: "
                            + script.misfit(state).stream()
                                .limit(5)
                                .collect(Collectors.joining(", "))
                            + "; nothing was written; put the tables back as they were, or"
                            + " restore a dump"));
    if (shown && pending.stream().allMatch(Change::isRows)) {
      pending = List.of();
    }
    steps.addAll(statements(migration, pending));
    for (Change change : pending) {
      state.removeAll(change.gone());
      state.addAll(change.made());
    }
    steps.add(record(migration, now));
  }

  /**
   * Describes why Django, which always begins at the first statement, would fail on a torn
   * migration.
   */
  public String begun(MigrationScript script, Set<String> facts) {
    List<Change> pending = script.pending(facts).orElse(null);
    if (pending == null) {
      return "the tables are in no state that it passes through: "
          + script.misfit(facts).stream().limit(3).collect(Collectors.joining(", "));
    }
    int done = script.changes().size() - pending.size();
    return done == 0
        ? ""
        : done
            + " of its "
            + script.changes().size()
            + " statements are done already, and Django begins at the first again; `devdata"
            + " content repair` does the rest";
  }

  /** Renamings one after another become one statement, which the server does all or not at all. */
  private static List<MigrationStep> statements(Migration migration, List<Change> pending) {
    List<MigrationStep> steps = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (Change change : pending) {
      if (!change.rename().isEmpty()) {
        pairs.add(change.rename());
        continue;
      }
      flush(migration, pairs, steps);
      steps.add(new MigrationStep(migration.toString(), change.sql()));
    }
    flush(migration, pairs, steps);
    return steps;
  }

  private static void flush(Migration migration, List<String> pairs, List<MigrationStep> steps) {
    if (!pairs.isEmpty()) {
      steps.add(
          new MigrationStep(migration.toString(), "RENAME TABLE " + String.join(", ", pairs)));
      pairs.clear();
    }
  }

  /** The row that says a migration is done. */
  static MigrationStep record(Migration migration, LocalDateTime when) {
    return new MigrationStep(
        migration.toString(),
        "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)",
        List.of(migration.app(), migration.name(), when));
  }
}
