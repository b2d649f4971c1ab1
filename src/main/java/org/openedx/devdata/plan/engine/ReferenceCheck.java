package org.openedx.devdata.plan.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.kind.NamedRecords;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Finds references to what is neither in the specs nor in the database, all of them, before
 * anything is written. Remembers what earlier entries for the same database declare. Not
 * thread-safe.
 */
final class ReferenceCheck {

  private final StoredRows stored;
  private final NamedRecords named = new NamedRecords();

  /** Folded name to the name as declared, by table and column. */
  private final Map<String, Map<String, String>> declared = new HashMap<>();

  ReferenceCheck(StoredRows stored) {
    this.stored = stored;
  }

  /** Checks one entry's spec; call in the order of the entries. */
  void check(List<ReferenceRule> all, ServiceSpec spec, SchemaBinding binding, Problems problems) {
    List<ReferenceRule> rules = all.stream().filter(ReferenceRule::required).toList();
    // Many kinds refer to users: what a kind declares is read once for all of them.
    Set<List<String>> read = new HashSet<>();
    for (ReferenceRule rule : rules) {
      for (ReferenceRule.Name way : rule.names()) {
        Map<String, String> names = namesOf(rule, way);
        if (!read.add(List.of(place(rule, way), rule.providerKind(), way.providerField()))) {
          continue;
        }
        for (SpecRecord record : spec.of(rule.providerKind())) {
          record.text(way.providerField()).ifPresent(name -> names.put(Collation.fold(name), name));
        }
      }
    }
    for (ReferenceRule rule : rules) {
      boolean off =
          !rule.unlessSetting().isEmpty()
              && spec.settings().bool(rule.unlessSetting()).orElse(false);
      if (!off) {
        check(rule, spec, binding.get(rule.table()), problems);
      }
    }
  }

  private Map<String, String> namesOf(ReferenceRule rule, ReferenceRule.Name way) {
    return declared.computeIfAbsent(place(rule, way), any -> new HashMap<>());
  }

  private static String place(ReferenceRule rule, ReferenceRule.Name way) {
    return rule.table() + "." + way.column();
  }

  private Map<String, String> namesOf(ReferenceRule rule) {
    Map<String, String> names = new HashMap<>();
    rule.names().forEach(way -> names.putAll(namesOf(rule, way)));
    return names;
  }

  /** Folded name to the name as written, of all that is not declared; a few of very many uses. */
  private Map<String, String> names(ReferenceRule rule, ServiceSpec spec) {
    List<Map<String, String>> known = rule.names().stream().map(way -> namesOf(rule, way)).toList();
    Map<String, String> missing = new LinkedHashMap<>();
    String[] last = {null};
    named.each(
        rule,
        spec,
        (name, position) -> {
          // Records of one user mostly follow each other.
          if (!name.equals(last[0])) {
            String folded = Collation.fold(name);
            if (known.stream().noneMatch(names -> names.containsKey(folded))) {
              missing.putIfAbsent(folded, name);
            }
            last[0] = name;
          }
        });
    return missing;
  }

  private void check(ReferenceRule rule, ServiceSpec spec, BoundTable table, Problems problems) {
    Map<String, String> missing = names(rule, spec);
    Map<String, UnaryOperator<String>> ambiguous = new HashMap<>();
    if (missing.isEmpty() || table == null) {
      return;
    }
    for (ReferenceRule.Name way : rule.names()) {
      lookUp(rule, way, missing, ambiguous, table);
    }
    if (missing.isEmpty() && ambiguous.isEmpty()) {
      return;
    }
    named.each(
        rule,
        spec,
        (name, position) -> {
          String folded = Collation.fold(name);
          if (missing.containsKey(folded)) {
            problems.add(position.get(), message(rule, name));
          } else if (ambiguous.containsKey(folded)) {
            problems.add(position.get(), ambiguous.get(folded).apply(name));
          }
        });
  }

  /** Takes out what the database has by one of the names. */
  private void lookUp(
      ReferenceRule rule,
      ReferenceRule.Name way,
      Map<String, String> missing,
      Map<String, UnaryOperator<String>> ambiguous,
      BoundTable table) {
    int[] column = {rule.table().indexOf(way.column())};
    List<Object[]> names = missing.values().stream().map(name -> new Object[] {name}).toList();
    Map<String, Integer> rows = new HashMap<>();
    for (Object[] found : stored.find(table, column, column, names)) {
      rows.merge(Collation.fold(found[0].toString()), 1, Integer::sum);
    }
    rows.forEach(
        (folded, count) -> {
          if (missing.remove(folded) != null && count > 1) {
            ambiguous.put(folded, name -> ambiguous(rule, way, name, count));
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
            "; declare it under " + rule.providerPlace() + escape);
  }
}
