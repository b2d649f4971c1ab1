package org.openedx.devdata.service.content.layout.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * The place of a database in the chain of the merged app's migrations. Releases end at many of
 * them, so a database that ends anywhere is whole: only one that was begun and not ended, or ended
 * and not recorded, is left to finish.
 *
 * @param through the last migration that is recorded or that the tables show; empty before the
 *     first
 * @param torn the one that was begun, and of which statements are left
 * @param unrecorded those up to and with {@code through}, of all apps, that the tables show whole
 *     and no row names
 */
public record Progress(
    Optional<Migration> through, Optional<Migration> torn, List<Migration> unrecorded) {

  public Progress {
    unrecorded = List.copyOf(unrecorded);
  }

  /**
   * Reads the place from tables and rows.
   *
   * @param facts of the database, see {@link SchemaFacts}
   * @param applied rows of {@code django_migrations}
   */
  public static Progress of(
      MigrationChain chain, MigrationScripts scripts, Set<String> facts, Set<Migration> applied) {
    List<Migration> merged = chain.merged();
    Set<String> state = new HashSet<>(facts);
    Migration through = null;
    Migration torn = null;
    for (Migration migration : merged) {
      MigrationScript script = scripts.of(migration, state);
      if (applied.contains(migration)) {
        through = migration;
      } else if (!script.changes().isEmpty()) {
        boolean begun = script.isBegun(state);
        if (!begun && !isLaterRecorded(merged, migration, applied)) {
          break;
        }
        List<Change> left = script.pending(state).orElse(null);
        // Statements on rows leave no trace: what follows shows that they ran.
        if (begun) {
          torn = left != null && left.stream().allMatch(Change::isRows) ? torn : migration;
        }
        through = migration;
        if (left == null) {
          break;
        }
        left.forEach(
            change -> {
              state.removeAll(change.gone());
              state.addAll(change.made());
            });
      }
    }
    List<Migration> unrecorded = new ArrayList<>();
    if (through != null) {
      for (Migration migration : chain.upTo(through)) {
        if (!applied.contains(migration) && !migration.equals(torn)) {
          unrecorded.add(migration);
        }
      }
    }
    return new Progress(Optional.ofNullable(through), Optional.ofNullable(torn), unrecorded);
  }

  private static boolean isLaterRecorded(
      List<Migration> chain, Migration migration, Set<Migration> applied) {
    return chain.subList(chain.indexOf(migration) + 1, chain.size()).stream()
        .anyMatch(applied::contains);
  }
}
