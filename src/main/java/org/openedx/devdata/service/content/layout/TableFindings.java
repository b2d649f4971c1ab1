package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.layout.ContentStatus.Area;
import org.openedx.devdata.service.content.layout.ContentStatus.Finding;

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

  List<Finding> all(Optional<Layout> layout, Optional<Layout> rows) {
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
    Layout begun = tables.begun();
    if (layout.isEmpty()) {
      findings.add(
          new Finding(
              Area.TABLES,
              "the tables are on the way to layout "
                  + begun.label()
                  + ": a migration was interrupted; `devdata content repair` finishes it"));
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
    if (layout.isPresent() && rows.map(row -> row.compareTo(layout.get()) < 0).orElse(true)) {
      rowsBehind(layout.get(), findings);
    }
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
                  + " openedx_content 0001; it is safe to go on"));
    }
    return findings;
  }

  private void rowsBehind(Layout layout, List<Finding> findings) {
    List<Migration> missing =
        chain.upTo(layout).stream().filter(row -> !applied.contains(row)).toList();
    if (!missing.isEmpty()) {
      findings.add(
          new Finding(
              Area.MIGRATIONS,
              "the tables are those of layout "
                  + layout.label()
                  + ", but "
                  + missing.get(0)
                  + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more are" : " is")
                  + " not recorded; `devdata content repair` records them"));
    }
  }
}
