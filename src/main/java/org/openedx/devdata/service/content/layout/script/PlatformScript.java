package org.openedx.devdata.service.content.layout.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * A migration of the platform, and when it is due.
 *
 * @param script what it does
 * @param after the migration before it; empty for the first of its app, which is due when its
 *     tables have been begun
 * @param begun a table that its first statement makes, where there is no migration before it
 */
public record PlatformScript(MigrationScript script, Optional<Migration> after, String begun) {

  static PlatformScript after(Migration before, Migration migration, List<Change> changes) {
    return new PlatformScript(
        new MigrationScript(migration, changes, true), Optional.of(before), "");
  }

  static PlatformScript begunBy(String table, Migration migration, List<Change> changes) {
    return new PlatformScript(
        new MigrationScript(migration, changes, true), Optional.empty(), table);
  }

  /** Returns whether it is to be finished, when these are recorded and the database is so. */
  public boolean isDue(Set<Migration> recorded, Set<String> facts) {
    if (after.isPresent()) {
      return recorded.contains(after.get());
    }
    // Another first migration of the app, which replaces this one, makes the same tables.
    return facts.contains(SchemaFacts.table(begun, begun)) && script.pending(facts).isPresent();
  }
}
