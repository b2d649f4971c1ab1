package org.openedx.devdata.service.content.layout.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.TableState;
import org.openedx.devdata.service.content.layout.script.MigrationScript;
import org.openedx.devdata.service.content.layout.script.MigrationScripts;
import org.openedx.devdata.service.content.layout.script.Progress;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Area;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Finding;

/** Contradictions between tables and migration rows. Immutable. */
final class TableFindings {

  private final LayoutMap map;
  private final MigrationChain chain;
  private final Set<String> facts;
  private final Set<Migration> applied;

  TableFindings(LayoutMap map, MigrationChain chain, Set<String> facts, Set<Migration> applied) {
    this.map = map;
    this.chain = chain;
    this.facts = facts;
    this.applied = applied;
  }

  List<Finding> all(Optional<Layout> layout, Progress progress, MigrationScripts scripts) {
    List<Finding> findings = new ArrayList<>();
    TableState tables = new TableState(map, facts);
    tables
        .twice()
        .forEach(
            names ->
                findings.add(
                    new Finding(
                        Area.TABLES,
                        "the same content has two tables, "
                            + names
                            + "; two installations share the database: drop the one that is not"
                            + " used")));
    progress.torn().ifPresent(torn -> findings.add(interrupted(torn, scripts)));
    if (layout.isEmpty() && progress.torn().isEmpty()) {
      List<String> missing = missing(tables, progress, scripts);
      if (!missing.isEmpty()) {
        findings.add(
            new Finding(
                Area.TABLES,
                "the tables are those of no layout, nor of a migration between two: they lack "
                    + missing.stream().limit(3).collect(Collectors.joining(", "))
                    + (missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "")
                    + "; restore a dump"));
      }
    }
    for (Migration migration : chain.upTo(Layout.CURRENT)) {
      if (applied.contains(migration) && tables.lacks(migration)) {
        findings.add(
            new Finding(
                Area.MIGRATIONS,
                migration
                    + " is recorded, but the tables do not have what it makes: a dump of an older"
                    + " database was restored, or it was faked; delete the row if the tables are"
                    + " right"));
      }
    }
    unrecorded(progress, findings);
    Layout begun = tables.begun();
    long begunRows = chain.addedBy(Layout.L2).stream().filter(applied::contains).count();
    if (begun == Layout.L1 && begunRows > 0 && begunRows < chain.addedBy(Layout.L2).size()) {
      findings.add(
          new Finding(
              Area.MIGRATIONS,
              begunRows
                  + " of the "
                  + chain.addedBy(Layout.L2).size()
                  + " migrations to layout L2 are recorded, and the tables have their old names: an"
                  + " upgrade was interrupted before it renamed them, or went back to"
                  + " openedx_content 0001; it is safe to go on, with Django's migrate or `devdata"
                  + " content migrate`"));
    }
    return findings;
  }

  private Finding interrupted(Migration torn, MigrationScripts scripts) {
    MigrationScript script = scripts.of(torn, facts);
    String done =
        script
            .pending(facts)
            .map(left -> script.changes().size() - left.size())
            .map(count -> ", " + count + " of its " + script.changes().size() + " statements ran")
            .orElse("");
    return new Finding(
        Area.TABLES,
        torn
            + " was interrupted"
            + done
            + ": the tables are on the way to layout "
            + chain.of(torn).label()
            + "; `devdata content repair` finishes it");
  }

  /** Tables and columns that the next layout would lack once the migrations between have run. */
  private List<String> missing(TableState tables, Progress progress, MigrationScripts scripts) {
    Set<String> state = new HashSet<>(facts);
    Layout next = tables.begun();
    for (Migration migration : chain.upTo(next)) {
      if (!applied.contains(migration) && !progress.unrecorded().contains(migration)) {
        for (Change change : scripts.of(migration, state).pending(state).orElse(List.of())) {
          state.removeAll(change.gone());
          state.addAll(change.made());
        }
      }
    }
    return new TableState(map, state).missing(next);
  }

  private static void unrecorded(Progress progress, List<Finding> findings) {
    List<Migration> missing = progress.unrecorded();
    if (!missing.isEmpty()) {
      findings.add(
          new Finding(
              Area.MIGRATIONS,
              "the tables show "
                  + progress.through().orElseThrow()
                  + ", but "
                  + missing.get(0)
                  + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more are" : " is")
                  + " not recorded; `devdata content repair` records them"));
    }
  }
}
