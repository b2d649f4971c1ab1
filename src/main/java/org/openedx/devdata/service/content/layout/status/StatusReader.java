package org.openedx.devdata.service.content.layout.status;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.DjangoTables;
import org.openedx.devdata.service.content.layout.migration.LayoutDetector;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;
import org.openedx.devdata.service.content.layout.migration.TableState;
import org.openedx.devdata.service.content.layout.planning.DataChecks;
import org.openedx.devdata.service.content.layout.planning.MigrationPlanner;
import org.openedx.devdata.service.content.layout.script.MigrationScript;
import org.openedx.devdata.service.content.layout.script.MigrationScripts;
import org.openedx.devdata.service.content.layout.script.PlatformScript;
import org.openedx.devdata.service.content.layout.script.PlatformScripts;
import org.openedx.devdata.service.content.layout.script.Progress;

/** Looks at a database of any layout, whole or torn. Reads only. Not thread-safe. */
public final class StatusReader {

  private final MySqlDatabase database;
  private final LayoutMap map;
  private final MigrationChain chain;
  private final Dialect dialect;

  public StatusReader(MySqlDatabase database, LayoutMap map, MigrationChain chain) {
    this.database = database;
    this.map = map;
    this.chain = chain;
    this.dialect = Dialect.of(database.version());
  }

  /**
   * Reads the status of the database.
   *
   * @throws DatabaseException when it has no table of authored content, or none of Django's
   */
  public ContentStatus read() {
    Set<String> facts = new SchemaFacts(map, database.handle()).read();
    TableState tables = new TableState(map, facts);
    if (tables.isEmpty() || !database.schema().has("django_migrations")) {
      throw new DatabaseException(
          "the database has no tables of authored content (oel_*, openedx_content_*); migrate it"
              + " first: `manage.py cms migrate`");
    }
    Set<Migration> applied = new DjangoTables(database.handle()).applied();
    List<Layout> complete = new LayoutDetector(map).complete(database.schema());
    Optional<Layout> layout = complete.stream().reduce((first, last) -> last);
    Optional<Layout> rows = recorded(applied);
    MigrationScripts scripts = new MigrationScripts(map, dialect);
    Progress progress = Progress.of(chain, scripts, facts, applied);
    List<ContentStatus.Finding> findings = new ArrayList<>();
    findings.addAll(new TableFindings(map, chain, facts, applied).all(layout, progress, scripts));
    findings.addAll(new KeyFindings(map, database.handle(), tables.begun()).all());
    if (progress.torn().isEmpty()) {
      Layout models = progress.through().map(chain::endedBy).orElse(Layout.L1);
      findings.addAll(
          new TypeFindings(map, chain, new DjangoTables(database.handle())).all(models));
    }
    Optional<ContentStatus.End> end =
        progress.through().map(last -> new ContentStatus.End(last, chain.releases(last)));
    return new ContentStatus(layout, rows, end, findings, next(facts, tables, applied));
  }

  private Optional<Layout> recorded(Set<Migration> applied) {
    Layout recorded = null;
    for (Layout layout : Layout.values()) {
      if (applied.containsAll(chain.upTo(layout))) {
        recorded = layout;
      }
    }
    return Optional.ofNullable(recorded);
  }

  /** Everything that is not recorded, up to and with the first that would fail. */
  private List<ContentStatus.NextMigration> next(
      Set<String> facts, TableState tables, Set<Migration> applied) {
    List<ContentStatus.NextMigration> next = new ArrayList<>();
    Layout begun = tables.begun();
    for (PlatformScript one : new PlatformScripts(map, dialect, begun).all()) {
      Migration migration = one.script().migration();
      if (begun.isMerged() && !applied.contains(migration) && one.isDue(applied, facts)) {
        next.add(
            new ContentStatus.NextMigration(
                migration,
                "makes a foreign key to a table oel_*, and those have been renamed;"
                    + " `devdata content repair` does it instead"));
      }
    }
    DataChecks checks = new DataChecks(map, dialect, database.handle(), facts);
    MigrationScripts scripts = new MigrationScripts(map, dialect);
    MigrationPlanner planner = new MigrationPlanner(chain, scripts, LocalDateTime.MIN);
    boolean first = true;
    for (Migration migration : chain.upTo(Layout.CURRENT)) {
      if (!applied.contains(migration)) {
        String trouble = String.join("; ", checks.against(migration));
        MigrationScript script = scripts.of(migration, facts);
        if (trouble.isEmpty() && first && !script.changes().isEmpty()) {
          trouble = planner.begun(script, facts);
          first = false;
        }
        next.add(new ContentStatus.NextMigration(migration, trouble));
      }
    }
    return next;
  }
}
