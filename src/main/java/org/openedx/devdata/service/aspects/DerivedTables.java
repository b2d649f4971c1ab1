package org.openedx.devdata.service.aspects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * The derived tables and dictionaries of a site in the order in which each comes after all that it
 * reads. Found out from the site's own definitions, so it holds for every release of them.
 *
 * @param steps in that order
 */
record DerivedTables(List<Step> steps) {

  /**
   * One of them.
   *
   * @param name the table that is filled, or the dictionary
   * @param select what fills it; empty for a dictionary, which is reloaded
   */
  record Step(TableName name, Optional<String> select) {}

  private static final Pattern TARGET = Pattern.compile("\\bTO (`?)(\\w+)\\1\\.(`?)([^\\s`(]+)\\3");
  private static final Pattern MENTION = Pattern.compile("`?(\\w+)`?\\.`?(\\w+)`?");
  private static final Pattern DICTIONARY_DATABASE = Pattern.compile("\\bDB '([^']*)'");
  private static final Pattern DICTIONARY_TABLE = Pattern.compile("\\bTABLE '([^']*)'");

  static DerivedTables of(LiveAspects live) {
    Map<TableName, Step> steps = new TreeMap<>(DerivedTables::compare);
    Map<TableName, String> texts = new LinkedHashMap<>();
    live.tables()
        .forEach(
            (name, table) -> {
              switch (table.engine()) {
                case "MaterializedView" -> {
                  TableName target = target(name, table.create());
                  steps.put(target, new Step(target, Optional.of(table.asSelect())));
                  texts.put(target, table.asSelect());
                }
                case "Dictionary" -> {
                  steps.put(name, new Step(name, Optional.empty()));
                  texts.put(name, table.create() + " " + sourceOf(table.create()));
                }
                case "View" -> texts.put(name, table.asSelect());
                default -> {
                  // A raw table, or the target of a trigger.
                }
              }
            });
    Set<TableName> ordered = new LinkedHashSet<>();
    for (TableName name : steps.keySet()) {
      visit(name, texts, ordered, new LinkedHashSet<>());
    }
    List<Step> sorted = new ArrayList<>();
    for (TableName name : ordered) {
      if (steps.containsKey(name)) {
        sorted.add(steps.get(name));
      }
    }
    return new DerivedTables(List.copyOf(sorted));
  }

  /** Depth first: what a table reads goes before it. */
  private static void visit(
      TableName name, Map<TableName, String> texts, Set<TableName> done, Set<TableName> path) {
    if (done.contains(name) || !texts.containsKey(name) || !path.add(name)) {
      return;
    }
    for (TableName read : mentions(texts.get(name))) {
      visit(read, texts, done, path);
    }
    done.add(name);
  }

  private static Set<TableName> mentions(String text) {
    Set<TableName> names = new LinkedHashSet<>();
    for (Matcher m = MENTION.matcher(text); m.find(); ) {
      names.add(new TableName(m.group(1), m.group(2)));
    }
    return names;
  }

  /** The table that a trigger fills: named, or the trigger's name without its end. */
  private static TableName target(TableName trigger, String create) {
    Matcher matcher = TARGET.matcher(create);
    if (matcher.find()) {
      return new TableName(matcher.group(2), matcher.group(4));
    }
    return new TableName(trigger.database(), trigger.table().replaceFirst("_mv$", ""));
  }

  private static String sourceOf(String create) {
    Matcher database = DICTIONARY_DATABASE.matcher(create);
    Matcher table = DICTIONARY_TABLE.matcher(create);
    return database.find() && table.find() ? database.group(1) + "." + table.group(1) : "";
  }

  private static int compare(TableName a, TableName b) {
    return a.toString().compareTo(b.toString());
  }
}
