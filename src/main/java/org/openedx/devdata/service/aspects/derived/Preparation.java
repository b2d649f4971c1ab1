package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/**
 * Makes a site ready for statements after courses, tags and learners were loaded: the triggers of
 * statements look these up in dictionaries and in tables that timers replace, and keep what they
 * find there for good. Stateless.
 */
public final class Preparation {

  private Preparation() {}

  /**
   * Reloads dictionaries and refreshes what does not depend on statements, each after what it
   * reads. Does nothing where dbt has not run.
   *
   * @param progress is given a line for each
   * @return what was read again, in order
   */
  public static List<TableName> beforeStatements(
      ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {
    DerivedTables tables = DerivedTables.readEverywhere(clickhouse, names);
    Refresh refresh = new Refresh(clickhouse, names, progress);
    List<TableName> done = new ArrayList<>();
    for (Derived step : tables.steps()) {
      boolean refreshes =
          step.kind() == Kind.REFRESHED && !tables.dependsOn(step, names.statements());
      if (step.kind() == Kind.DICTIONARY || refreshes) {
        refresh.run(step);
        done.add(step.name());
      }
    }
    return done;
  }
}
