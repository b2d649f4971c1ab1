package org.openedx.devdata.service.content.layout.planning;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.ContentModel;
import org.openedx.devdata.service.content.layout.migration.DjangoTables;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.MigrationStep;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;
import org.openedx.devdata.service.content.layout.migration.TableState;
import org.openedx.devdata.service.content.layout.script.MigrationScripts;
import org.openedx.devdata.service.content.layout.script.PlatformScripts;
import org.openedx.devdata.service.content.layout.script.Progress;

/**
 * Reads a database and plans the way to a layout, or says why there is none. Reads only. Not
 * thread-safe.
 */
public final class MigrationPlanning {

  private static final Map<String, String> RENAMED_MODELS =
      Map.of(
          "openedx_content.content", "openedx_content.media",
          "openedx_content.componentversioncontent", "openedx_content.componentversionmedia");

  private final MySqlDatabase database;
  private final LayoutMap map;
  private final MigrationChain chain;
  private final LocalDateTime now;
  private final Dialect dialect;
  private final DjangoTables django;
  private final MigrationScripts scripts;

  public MigrationPlanning(
      MySqlDatabase database, LayoutMap map, MigrationChain chain, LocalDateTime now) {
    this.database = database;
    this.map = map;
    this.chain = chain;
    this.now = now;
    this.dialect = Dialect.of(database.version());
    this.django = new DjangoTables(database.handle());
    this.scripts = new MigrationScripts(map, dialect);
  }

  /**
   * The rest of what was begun: content to the end of the last migration that has begun, never to a
   * later one, and the platform's migrations that are in between.
   */
  List<MigrationStep> repair() {
    Set<String> facts = new SchemaFacts(map, database.handle()).read();
    Set<Migration> applied = django.applied();
    refuseMixtures(new TableState(map, facts), applied);
    Optional<Migration> last = Progress.of(chain, scripts, facts, applied).through();
    return last.map(migration -> way(chain.upTo(migration), facts, applied, true))
        .orElse(List.of());
  }

  /** The statements to a layout. */
  List<MigrationStep> plan(Layout to) {
    Set<String> facts = new SchemaFacts(map, database.handle()).read();
    TableState tables = new TableState(map, facts);
    Set<Migration> applied = django.applied();
    refuseMixtures(tables, applied);
    Layout has = tables.begun();
    if (has.compareTo(to) > 0) {
      throw new DatabaseException(
          "the database has layout "
              + has.label()
              + " already, which is later than "
              + to.label()
              + "; there is no way back: restore a dump, or give a later --to");
    }
    return way(chain.upTo(to), facts, applied, false);
  }

  /** The statements through some migrations of the chain, from its first. */
  public List<MigrationStep> way(List<Migration> migrations) {
    return way(migrations, new SchemaFacts(map, database.handle()).read(), django.applied(), false);
  }

  private List<MigrationStep> way(
      List<Migration> migrations, Set<String> facts, Set<Migration> applied, boolean heal) {
    List<MigrationStep> steps = new ArrayList<>();
    refuseBadRows(migrations, facts, applied);
    MigrationPlanner planner = new MigrationPlanner(chain, scripts, now);
    steps.addAll(planner.plan(migrations, facts, applied));
    Layout to = chain.endedBy(migrations.get(migrations.size() - 1));
    if (to.isMerged()) {
      if (heal) {
        steps.addAll(planner.platform(new PlatformScripts(map, dialect, to), facts, applied));
      }
      Set<Migration> then = new HashSet<>(applied);
      then.addAll(migrations);
      PlatformApps.switches(then).forEach(row -> steps.add(MigrationPlanner.record(row, now)));
      steps.addAll(
          django.missingContentTypes(
              ContentModel.all(map, chain, to), to == Layout.L2 ? Map.of() : RENAMED_MODELS));
    }
    return steps;
  }

  /** Two families of tables, or rows that run ahead of them: nothing that goes on by itself. */
  private void refuseMixtures(TableState tables, Set<Migration> applied) {
    if (tables.isEmpty()) {
      throw new DatabaseException(
          "the database has no tables of authored content (oel_*, openedx_content_*); migrate it"
              + " first: `manage.py cms migrate`");
    }
    if (!tables.twice().isEmpty()) {
      throw new DatabaseException(
          "the database has two tables for the same content: "
              + String.join("; ", tables.twice())
              + "; two installations share it; drop the tables that are not used");
    }
    List<Migration> earlier =
        chain.addedBy(Layout.L1).stream().filter(row -> !applied.contains(row)).toList();
    if (!earlier.isEmpty() && !tables.begun().isMerged()) {
      throw new DatabaseException(
          "the database is older than layout L1: "
              + earlier.get(0)
              + (earlier.size() > 1 ? " and " + (earlier.size() - 1) + " more are" : " is")
              + " not in django_migrations; let the platform of Ulmo migrate it first");
    }
    ahead(tables, applied)
        .ifPresent(
            row -> {
              throw new DatabaseException(
                  "django_migrations has "
                      + row
                      + ", but the tables are those of layout "
                      + tables.begun().label()
                      + ": a dump of an older database was restored, or the migration was faked;"
                      + " nothing was written; if the tables are right, delete that row and the"
                      + " later ones of openedx_content, then run again");
            });
  }

  /** A recorded migration whose statements have not run. */
  private Optional<Migration> ahead(TableState tables, Set<Migration> applied) {
    return chain.upTo(Layout.CURRENT).stream()
        .filter(applied::contains)
        .filter(tables::lacks)
        .findFirst();
  }

  private void refuseBadRows(
      List<Migration> migrations, Set<String> facts, Set<Migration> applied) {
    DataChecks checks = new DataChecks(map, dialect, database.handle(), facts);
    List<String> problems =
        migrations.stream()
            .filter(migration -> !applied.contains(migration))
            .flatMap(migration -> checks.against(migration).stream().map(p -> migration + ": " + p))
            .collect(Collectors.toList());
    if (!problems.isEmpty()) {
      throw new DatabaseException(
          "the migration would fail half way; nothing was written\n" + String.join("\n", problems));
    }
  }
}
