package org.openedx.devdata.service.content.layout.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;

/**
 * Script of a migration, statement by statement in upstream's order. Every statement is all or
 * nothing, so whoever was interrupted, upstream or devdata, left the database as it is after one of
 * them; the facts show after which. Immutable.
 *
 * @param migration the row that says it is done
 * @param changes its statements; none where it only changes Django's idea of the models
 * @param ordered whether each statement needs those before it
 */
public record MigrationScript(Migration migration, List<Change> changes, boolean ordered) {

  public MigrationScript {
    changes = List.copyOf(changes);
  }

  /**
   * The statements that are left to do; empty when the database is in no state that this migration
   * passes through.
   */
  public Optional<List<Change>> pending(Set<String> facts) {
    if (!ordered) {
      return Optional.of(
          changes.stream().filter(change -> facts.containsAll(change.gone())).toList());
    }
    Set<String> known = new HashSet<>();
    changes.forEach(change -> known.addAll(change.gone()));
    changes.forEach(change -> known.addAll(change.made()));
    Set<String> found = new HashSet<>(facts);
    found.retainAll(known);
    Set<String> expected = before();
    for (int done = 0; done <= changes.size(); done++) {
      if (found.equals(expected)) {
        return Optional.of(changes.subList(done, changes.size()));
      }
      if (done < changes.size()) {
        expected.removeAll(changes.get(done).gone());
        expected.addAll(changes.get(done).made());
      }
    }
    return Optional.empty();
  }

  /**
   * Says whether the tables show that it has begun: some of its statements are done, or something
   * is there that only it makes. What is merely gone is no sign where the tables fit no state of
   * it.
   */
  boolean isBegun(Set<String> facts) {
    Set<String> only = new HashSet<>();
    changes.forEach(change -> only.addAll(change.made()));
    only.removeAll(before());
    boolean made = only.stream().anyMatch(facts::contains);
    return ordered ? pending(facts).map(left -> left.size() < changes.size()).orElse(made) : made;
  }

  /** Facts about which the migration says something and which hold before it. */
  private Set<String> before() {
    Set<String> before = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (Change change : changes) {
      for (String fact : change.gone()) {
        if (seen.add(fact)) {
          before.add(fact);
        }
      }
      seen.addAll(change.made());
    }
    return before;
  }

  /** Describes the misfit, for a person: facts missing from and beyond the nearest state. */
  public List<String> misfit(Set<String> facts) {
    Set<String> known = new HashSet<>();
    changes.forEach(change -> known.addAll(change.gone()));
    changes.forEach(change -> known.addAll(change.made()));
    Set<String> found = new HashSet<>(facts);
    found.retainAll(known);
    Set<String> expected = before();
    List<String> nearest = null;
    for (int done = 0; done <= changes.size(); done++) {
      List<String> differences = new ArrayList<>();
      expected.stream()
          .filter(f -> !found.contains(f))
          .map(f -> "no " + f)
          .forEach(differences::add);
      found.stream().filter(f -> !expected.contains(f)).forEach(differences::add);
      if (nearest == null || differences.size() < nearest.size()) {
        nearest = differences;
      }
      if (done < changes.size()) {
        expected.removeAll(changes.get(done).gone());
        expected.addAll(changes.get(done).made());
      }
    }
    return nearest.stream().sorted().toList();
  }
}
