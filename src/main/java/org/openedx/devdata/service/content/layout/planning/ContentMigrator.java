package org.openedx.devdata.service.content.layout.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;

/**
 * Carries a database from its layout to a later one as upstream's migrations do: the same tables,
 * keys, migration rows and content types. May be killed at any moment; the next run goes on. Not
 * thread-safe.
 */
public final class ContentMigrator {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MySqlDatabase database;
  private final LayoutMap map;
  private final MigrationChain chain;
  private final LocalDateTime now;

  /**
   * @param now moment that the migration rows get
   */
  public ContentMigrator(MySqlDatabase database, LayoutMap map, MigrationChain chain, Instant now) {
    this.database = database;
    this.map = map;
    this.chain = chain;
    this.now = LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  /**
   * The statements to a layout; none when the database has it.
   *
   * @throws DatabaseException when they would fail or the database is in no state to begin
   */
  public List<MigrationStep> plan(Layout to) {
    return new MigrationPlanning(database, map, chain, now).plan(to);
  }

  /** Runs the statements to a layout; returns them. */
  public List<MigrationStep> run(Layout to, StepListener listener) {
    database.lock(PATIENCE);
    List<MigrationStep> steps = plan(to);
    execute(steps, listener);
    return steps;
  }

  /**
   * The statements that finish what was begun and heal what was left between; none when nothing is
   * wrong.
   *
   * @throws DatabaseException when a person has to decide
   */
  public List<MigrationStep> planRepair() {
    return new MigrationPlanning(database, map, chain, now).repair();
  }

  /** Runs the statements of a repair; returns them. */
  public List<MigrationStep> repair(StepListener listener) {
    database.lock(PATIENCE);
    List<MigrationStep> steps = planRepair();
    execute(steps, listener);
    return steps;
  }

  private void execute(List<MigrationStep> steps, StepListener listener) {
    Handle handle = database.handle();
    int number = 0;
    for (MigrationStep step : steps) {
      number++;
      listener.step(number, steps.size(), step);
      try {
        Update update = handle.createUpdate(step.sql());
        for (int i = 0; i < step.values().size(); i++) {
          update.bind(i, step.values().get(i));
        }
        update.execute();
        database.commit();
      } catch (RuntimeException e) {
        String place =
            "step %d of %d (%s) failed".formatted(number, steps.size(), step.migration());
        throw new DatabaseException(
            SqlFailures.explain(place, e).getMessage()
                + "; the steps before it stay; run the same command again when the cause is gone",
            e);
      }
    }
  }
}
