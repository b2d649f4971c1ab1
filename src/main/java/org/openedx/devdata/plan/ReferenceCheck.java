package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.jdbc.BoundTable;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.RowLookup;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Finds references to what is neither in the specs nor in the database, all of them, before
 * anything is written. Remembers what earlier entries for the same database declare. Not
 * thread-safe.
 */
final class ReferenceCheck {

  /** Folded name to the name as declared, by table and column. */
  private final Map<String, Map<String, String>> declared = new HashMap<>();

  private record Use(String name, Position position) {}

  /** Checks one entry's spec; call in the order of the entries. */
  void check(RunEntry entry, MySqlDatabase database, SchemaBinding binding, Problems problems) {
    List<ReferenceRule> rules = entry.service().references();
    for (ReferenceRule rule : rules) {
      for (ReferenceRule.Name way : rule.names()) {
        Map<String, String> names = namesOf(rule, way);
        for (SpecRecord record : entry.spec().of(rule.providerKind())) {
          record.text(way.providerField()).ifPresent(name -> names.put(Collation.fold(name), name));
        }
      }
    }
    for (ReferenceRule rule : rules) {
      boolean off =
          !rule.unlessSetting().isEmpty()
              && entry.spec().settings().bool(rule.unlessSetting()).orElse(false);
      if (!off) {
        check(rule, uses(rule, entry), database, binding.get(rule.table()), problems);
      }
    }
  }

  private Map<String, String> namesOf(ReferenceRule rule, ReferenceRule.Name way) {
    return declared.computeIfAbsent(rule.table() + "." + way.column(), any -> new HashMap<>());
  }

  private Map<String, String> namesOf(ReferenceRule rule) {
    Map<String, String> names = new HashMap<>();
    rule.names().forEach(way -> names.putAll(namesOf(rule, way)));
    return names;
  }

  private Map<String, List<Use>> uses(ReferenceRule rule, RunEntry entry) {
    Set<String> known = namesOf(rule).keySet();
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (SpecRecord record : entry.spec().of(rule.kind())) {
      record
          .text(rule.field())
          .ifPresent(
              name -> {
                String folded = Collation.fold(name);
                if (!known.contains(folded)) {
                  uses.computeIfAbsent(folded, any -> new ArrayList<>())
                      .add(new Use(name, record.positionOf(rule.field())));
                }
              });
    }
    return uses;
  }

  private void check(
      ReferenceRule rule,
      Map<String, List<Use>> uses,
      MySqlDatabase database,
      BoundTable table,
      Problems problems) {
    if (uses.isEmpty() || table == null) {
      return;
    }
    for (ReferenceRule.Name way : rule.names()) {
      lookUp(rule, way, uses, database, table, problems);
    }
    for (List<Use> missing : uses.values()) {
      for (Use use : missing) {
        problems.add(use.position(), message(rule, use.name()));
      }
    }
  }

  /** Takes out what the database has by one of the names. */
  private static void lookUp(
      ReferenceRule rule,
      ReferenceRule.Name way,
      Map<String, List<Use>> uses,
      MySqlDatabase database,
      BoundTable table,
      Problems problems) {
    int[] column = {rule.table().indexOf(way.column())};
    List<Object[]> names =
        uses.values().stream().map(list -> new Object[] {list.get(0).name()}).toList();
    Map<String, Integer> rows = new HashMap<>();
    for (Object[] found : RowLookup.find(database, table, column, column, names)) {
      rows.merge(Collation.fold(found[0].toString()), 1, Integer::sum);
    }
    rows.forEach(
        (folded, count) -> {
          List<Use> found = uses.remove(folded);
          if (found != null && count > 1) {
            found.forEach(
                use -> problems.add(use.position(), ambiguous(rule, way, use.name(), count)));
          }
        });
  }

  private static String ambiguous(
      ReferenceRule rule, ReferenceRule.Name way, String name, int count) {
    return rule.noun()
        + " '"
        + name
        + "' is the "
        + way.column()
        + " of "
        + count
        + " rows of "
        + rule.table()
        + "; name it by its "
        + rule.names().get(0).column();
  }

  private String message(ReferenceRule rule, String name) {
    String escape =
        rule.unlessSetting().isEmpty()
            ? ""
            : ", or set " + rule.unlessSetting() + ": true to have it made";
    return rule.noun()
        + " '"
        + name
        + "' is neither in the specs nor in the database"
        + DidYouMean.hint(
            name,
            new TreeSet<>(namesOf(rule).values()),
            "; declare it under " + rule.providerKind() + escape);
  }
}
