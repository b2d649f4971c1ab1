package org.openedx.devdata.service.content.layout.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;

/** Scripts that are interrupted after each of their statements: the facts show which are left. */
class MigrationScriptTest {

  private static Stream<MigrationScript> scripts(Dialect dialect) {
    MigrationScripts scripts = new MigrationScripts(LayoutLab.MAP, dialect);
    return LayoutLab.CHAIN.merged().stream()
        .map(migration -> scripts.of(migration, Set.of()))
        .filter(script -> !script.changes().isEmpty());
  }

  /** What must hold before the first statement: taken away by one, and made by none before it. */
  private static Set<String> start(List<Change> changes) {
    Set<String> facts = new HashSet<>();
    Set<String> made = new HashSet<>();
    for (Change change : changes) {
      change.gone().stream().filter(fact -> !made.contains(fact)).forEach(facts::add);
      made.addAll(change.made());
    }
    return facts;
  }

  /** The facts before the first statement and after each. */
  private static List<Set<String>> states(MigrationScript script) {
    List<Set<String>> states = new ArrayList<>();
    Set<String> facts = start(script.changes());
    states.add(Set.copyOf(facts));
    for (Change change : script.changes()) {
      facts.removeAll(change.gone());
      facts.addAll(change.made());
      states.add(Set.copyOf(facts));
    }
    return states;
  }

  /** Without those on rows, which leave no trace. */
  private static List<Change> statements(List<Change> changes) {
    return changes.stream().filter(change -> !change.isRows()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftIsWhatHasNotRun(Dialect dialect) {
    assertThat(scripts(dialect)).hasSizeGreaterThan(5);
    scripts(dialect)
        .forEach(
            script -> {
              List<Set<String>> states = states(script);
              for (Set<String> state : states) {
                // One that drops a check and makes it again ends as it began, and may run again.
                int done = states.indexOf(state);
                assertThat(statements(script.pending(state).orElseThrow()))
                    .as("%s after %d statements", script.migration(), done)
                    .isEqualTo(statements(script.changes().subList(done, script.changes().size())));
                assertThat(script.isBegun(state)).isEqualTo(done > 0);
              }
            });
  }

  /** Tables that a person has changed are in no state of an ordered script; the misfit is named. */
  @Test
  void aStateBetweenNoTwoStatementsIsNoState() {
    Random random = new Random(29);
    int strange = 0;
    for (MigrationScript script :
        scripts(Dialect.MYSQL).filter(MigrationScript::ordered).toList()) {
      List<Set<String>> states = states(script);
      Set<String> all = new HashSet<>();
      states.forEach(all::addAll);
      for (int round = 0; round < 50; round++) {
        Set<String> facts = new HashSet<>();
        new ArrayList<>(all).stream().filter(fact -> random.nextBoolean()).forEach(facts::add);
        facts.add("table of somebody = else");
        Set<String> known = new HashSet<>(facts);
        known.retainAll(all);
        assertThat(script.pending(facts).isPresent()).isEqualTo(states.contains(known));
        if (!states.contains(known)) {
          strange++;
          assertThat(script.misfit(facts)).isNotEmpty().doesNotContain("table of somebody = else");
        }
      }
    }
    assertThat(strange).isPositive();
  }

  @Test
  void migrationsOfOldAppsHaveNoStatements() {
    MigrationScripts scripts = new MigrationScripts(LayoutLab.MAP, Dialect.MARIADB);

    assertThat(scripts.of(new Migration("oel_units", "0001_initial"), Set.of()).changes())
        .isEmpty();
  }
}
