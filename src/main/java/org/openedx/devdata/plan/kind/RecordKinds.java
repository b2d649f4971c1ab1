package org.openedx.devdata.plan.kind;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.conflicts.RecordConflicts;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * The kinds of a service in the order in which they are loaded, and what follows from them.
 * Immutable; safe to share.
 *
 * @param service name of the service, from which its random numbers are derived
 * @param tables the service's tables
 * @param all the kinds
 */
public record RecordKinds(String service, TableSet tables, List<RecordKind> all) {

  public RecordKinds {
    all = List.copyOf(all);
  }

  /** The keys that spec files of a service with these kinds may have. */
  public ServiceDescriptor descriptor(String ida, String summary) {
    return new ServiceDescriptor(
        ida,
        summary,
        Stream.concat(
                all.stream().flatMap(kind -> kind.settings().stream()),
                Stream.of(CommonSettings.COLUMN_DEFAULTS, CommonSettings.MAKE_NEEDED))
            .toList(),
        described());
  }

  private List<Kind> described() {
    return all.stream().map(RecordKind::kind).toList();
  }

  private List<RecordKind> usedBy(ServiceSpec spec) {
    return all.stream().filter(kind -> !spec.of(kind.kind().name()).isEmpty()).toList();
  }

  /** Names of the tables that a run with this spec writes or looks up. */
  public Set<String> tablesFor(ServiceSpec spec) {
    Set<Table> needed = new LinkedHashSet<>();
    Deque<Table> open = new ArrayDeque<>();
    usedBy(spec).forEach(kind -> open.addAll(kind.tables(spec)));
    while (!open.isEmpty()) {
      Table table = open.remove();
      if (needed.add(table)) {
        open.addAll(tables.namedBy(table));
      }
    }
    Set<String> names = new LinkedHashSet<>();
    for (Table table : needed) {
      names.add(table.name());
      Optional.ofNullable(tables.historyOf(table)).ifPresent(twin -> names.add(twin.name()));
    }
    return names;
  }

  /** Names of the optional tables of which this spec needs one of each group. */
  public List<Set<String>> indispensable(ServiceSpec spec) {
    return usedBy(spec).stream()
        .flatMap(kind -> kind.indispensable(spec).stream())
        .map(group -> group.stream().map(Table::name).collect(Collectors.toSet()))
        .distinct()
        .toList();
  }

  /** The rules of all fields that name records. */
  public List<ReferenceRule> references() {
    return all.stream()
        .flatMap(kind -> kind.home().stream())
        .flatMap(home -> ReferenceRule.to(home, described()).stream())
        .toList();
  }

  /** Checks records by kind, and then against each other and those of earlier specs. */
  public void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    all.forEach(kind -> kind.check(spec, problems));
    new RecordConflicts(this::defaultOf, problems).check(spec, earlier);
  }

  private Optional<String> defaultOf(SpecRecord record, String field) {
    return all.stream()
        .filter(kind -> kind.kind() == record.kind())
        .findFirst()
        .flatMap(kind -> kind.defaultOf(record, field));
  }

  public void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    all.forEach(kind -> kind.advise(spec, database, problems));
  }

  /** Factories for one run, by kind. */
  public Map<String, RecordFactory> factories(FactoryContext context) {
    ServiceRun run = new ServiceRun(context, service);
    Map<String, RecordFactory> factories = new LinkedHashMap<>();
    all.forEach(kind -> factories.put(kind.kind().name(), kind.factory(run)));
    return factories;
  }
}
