package org.openedx.devdata.service.aspects.derived;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.LiveAspects;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/**
 * Derived tables of a site, in an order in which each comes after all that it reads or waits for.
 * Found from the site's own definitions, so it holds for every release of them.
 *
 * @param live the tables of the site
 * @param steps in that order; those that fill one table stand together
 * @param reads what each derived table, dictionary and plain view reads
 */
public record DerivedTables(
    LiveAspects live, List<Derived> steps, Map<TableName, Set<TableName>> reads) {

  private static final Pattern DICTIONARY_DATABASE = Pattern.compile("\\bDB '([^']*)'");
  private static final Pattern DICTIONARY_TABLE = Pattern.compile("\\bTABLE '([^']*)'");

  /** Reads the definitions in the databases of a site. */
  public static DerivedTables read(ClickHouse clickhouse, AspectsNames names) {
    return of(LiveAspects.read(clickhouse, names), names);
  }

  /** With what other databases derive from the site's: its reports may have another name. */
  public static DerivedTables readEverywhere(ClickHouse clickhouse, AspectsNames names) {
    DerivedTables all = of(LiveAspects.readWithReaders(clickhouse, names), names);
    List<Derived> ofSite = all.steps.stream().filter(step -> all.isOf(names, step)).toList();
    return new DerivedTables(all.live, ofSite, all.reads);
  }

  /** Finds tables that are derived from others; a raw table is not, though a view may add to it. */
  public static DerivedTables of(LiveAspects live, AspectsNames names) {
    Map<TableName, TableName> targets = new HashMap<>();
    live.tables()
        .forEach(
            (name, table) -> {
              if (table.engine().equals("MaterializedView")) {
                targets.put(name, ViewDefinition.of(name, table.create()).target());
              }
            });
    // Several views may fill one table.
    Map<TableName, List<Derived>> found = new TreeMap<>(Comparator.comparing(TableName::toString));
    Map<TableName, Set<TableName>> reads = new LinkedHashMap<>();
    live.tables()
        .forEach(
            (name, table) -> {
              if (table.engine().equals("View")) {
                reads.put(name, resolved(ViewDefinition.mentions(table.asSelect()), targets));
              } else {
                derived(name, table, targets)
                    .ifPresent(
                        one -> {
                          found.computeIfAbsent(one.name(), key -> new ArrayList<>()).add(one);
                          reads
                              .computeIfAbsent(one.name(), key -> new LinkedHashSet<>())
                              .addAll(one.reads());
                        });
              }
            });
    Set<TableName> ordered = new LinkedHashSet<>();
    for (TableName name : found.keySet()) {
      visit(name, reads, ordered, new HashSet<>());
    }
    List<Derived> steps = new ArrayList<>();
    for (TableName name : ordered) {
      if (!names.isRaw(name)) {
        steps.addAll(found.getOrDefault(name, List.of()));
      }
    }
    return new DerivedTables(live, List.copyOf(steps), Map.copyOf(reads));
  }

  private boolean isOf(AspectsNames names, Derived step) {
    return Stream.concat(Stream.of(step.name(), step.view()), readsOf(step.name()).stream())
        .anyMatch(table -> names.databases().contains(table.database()));
  }

  private static Optional<Derived> derived(
      TableName name, LiveAspects.LiveTable table, Map<TableName, TableName> targets) {
    if (table.engine().equals("Dictionary")) {
      String text = table.create() + " " + sourceOf(table.create());
      return Optional.of(
          new Derived(
              name, Kind.DICTIONARY, name, "", resolved(ViewDefinition.mentions(text), targets)));
    }
    if (!table.engine().equals("MaterializedView")) {
      return Optional.empty(); // A raw table, or the target of a view.
    }
    ViewDefinition view = ViewDefinition.of(name, table.create());
    Set<TableName> read = new LinkedHashSet<>(ViewDefinition.mentions(table.asSelect()));
    read.addAll(view.waitsFor());
    return Optional.of(
        new Derived(view.target(), view.kind(), name, table.asSelect(), resolved(read, targets)));
  }

  /** Names of views that fill tables stand for those tables. */
  private static Set<TableName> resolved(Set<TableName> names, Map<TableName, TableName> targets) {
    Set<TableName> resolved = new LinkedHashSet<>();
    names.forEach(name -> resolved.add(targets.getOrDefault(name, name)));
    return resolved;
  }

  /** Depth first: what a table reads goes before it. */
  private static void visit(
      TableName name,
      Map<TableName, Set<TableName>> reads,
      Set<TableName> done,
      Set<TableName> path) {
    if (done.contains(name) || !reads.containsKey(name) || !path.add(name)) {
      return;
    }
    for (TableName read : reads.get(name)) {
      visit(read, reads, done, path);
    }
    done.add(name);
  }

  private static String sourceOf(String create) {
    Matcher database = DICTIONARY_DATABASE.matcher(create);
    Matcher table = DICTIONARY_TABLE.matcher(create);
    return database.find() && table.find() ? database.group(1) + "." + table.group(1) : "";
  }

  /** Returns whether a derived table reads another one, directly or through views. */
  boolean dependsOn(Derived derived, TableName table) {
    return readsOf(derived.name()).contains(table);
  }

  /** Everything that a table is derived from, by whatever way. */
  Set<TableName> readsOf(TableName name) {
    return readsOf(name, new HashSet<>());
  }

  private Set<TableName> readsOf(TableName name, Set<TableName> seen) {
    for (TableName read : reads.getOrDefault(name, Set.of())) {
      if (seen.add(read)) {
        readsOf(read, seen);
      }
    }
    return seen;
  }

  /** The tables with rows that a query takes from, plain views looked through. */
  Set<TableName> sources(Derived derived) {
    Set<TableName> sources = new LinkedHashSet<>();
    for (TableName read : throughViews(derived)) {
      live.find(read)
          .filter(table -> table.engine().contains("MergeTree"))
          .ifPresent(table -> sources.add(read));
    }
    return sources;
  }

  /** Tables that a query names, and those that the plain views among them name. */
  Set<TableName> throughViews(Derived derived) {
    Set<TableName> all = new LinkedHashSet<>();
    follow(derived.reads(), all);
    return all;
  }

  private void follow(Set<TableName> names, Set<TableName> all) {
    for (TableName name : names) {
      boolean first = all.add(name);
      if (first && live.find(name).map(t -> t.engine().equals("View")).orElse(false)) {
        follow(reads.getOrDefault(name, Set.of()), all);
      }
    }
  }
}
