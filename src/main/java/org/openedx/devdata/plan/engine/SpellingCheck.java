package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.kind.NamedRecords;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;

/**
 * Finds names that the database takes for the same and the platform does not, such as course keys
 * that differ by case: they are spelled as in the database, or else as they are declared, or else
 * as they were first used. Remembers what earlier entries for the same database name. Not
 * thread-safe.
 */
final class SpellingCheck {

  private final StoredRows stored;
  private final NamedRecords named = new NamedRecords();

  /** The spelling of each name by its folded form, by table and column. */
  private final Map<String, Map<String, Spelling>> spellings = new HashMap<>();

  /** A name as it is to be, and where that is from. */
  private record Spelling(String name, String source) {}

  SpellingCheck(StoredRows stored) {
    this.stored = stored;
  }

  /** Checks one entry's spec; call in the order of the entries. */
  void check(List<ReferenceRule> all, ServiceSpec spec, SchemaBinding binding, Problems problems) {
    Map<String, List<ReferenceRule>> byColumn = new LinkedHashMap<>();
    for (ReferenceRule rule : all) {
      if (!rule.required() && binding.get(rule.table()) != null) {
        byColumn.computeIfAbsent(place(rule), any -> new ArrayList<>()).add(rule);
      }
    }
    byColumn.forEach((place, rules) -> checkColumn(rules, spec, binding, problems));
  }

  private static String place(ReferenceRule rule) {
    return rule.table() + "." + rule.names().get(0).column();
  }

  private void checkColumn(
      List<ReferenceRule> rules, ServiceSpec spec, SchemaBinding binding, Problems problems) {
    BoundTable table = binding.get(rules.get(0).table());
    int column = rules.get(0).table().indexOf(rules.get(0).names().get(0).column());
    if (table.caseSensitive(column)) {
      return;
    }
    Map<String, Spelling> known =
        spellings.computeIfAbsent(place(rules.get(0)), any -> new HashMap<>());
    Map<String, String> folded = new HashMap<>();
    Map<String, Spelling> fresh = new LinkedHashMap<>();
    // Declarations before uses.
    for (boolean declares : new boolean[] {true, false}) {
      for (ReferenceRule rule : rules) {
        if (rule.declares() == declares) {
          named.each(rule, spec, (name, position) -> note(name, position, folded, known, fresh));
        }
      }
    }
    lookUp(table, column, fresh);
    known.putAll(fresh);
    boolean differ =
        folded.entrySet().stream()
            .anyMatch(name -> !known.get(name.getValue()).name().equals(name.getKey()));
    for (ReferenceRule rule : differ ? rules : List.<ReferenceRule>of()) {
      named.each(
          rule,
          spec,
          (name, position) -> {
            Spelling spelling = known.get(folded.get(name));
            if (spelling != null && !spelling.name().equals(name)) {
              problems.add(position.get(), message(rule, name, spelling));
            }
          });
    }
  }

  private static void note(
      String name,
      Supplier<Position> position,
      Map<String, String> folded,
      Map<String, Spelling> known,
      Map<String, Spelling> fresh) {
    if (!name.isEmpty() && !folded.containsKey(name)) {
      String key = Collation.fold(name);
      folded.put(name, key);
      if (!known.containsKey(key) && !fresh.containsKey(key)) {
        fresh.put(key, new Spelling(name, "at " + position.get()));
      }
    }
  }

  /** Looks up the database's spellings, which win. */
  private void lookUp(BoundTable table, int column, Map<String, Spelling> fresh) {
    int[] columns = {column};
    List<Object[]> names =
        fresh.values().stream().map(spelling -> new Object[] {spelling.name()}).toList();
    for (Object[] found : stored.find(table, columns, columns, names)) {
      String name = found[0].toString();
      fresh.put(Collation.fold(name), new Spelling(name, "in the database"));
    }
  }

  private static String message(ReferenceRule rule, String name, Spelling spelling) {
    return "%s %s is spelled %s %s, which is the same to the database and not to the platform; spell it as there"
        .formatted(
            rule.noun(), Shown.quoted(name), Shown.quoted(spelling.name()), spelling.source());
  }
}
