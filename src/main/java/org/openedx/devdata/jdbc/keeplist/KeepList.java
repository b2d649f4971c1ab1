package org.openedx.devdata.jdbc.keeplist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Rows that stay when a database is emptied, by table, and the apps whose tables are known.
 * Immutable.
 */
public final class KeepList {

  /** A database that no service describes. */
  public static final KeepList NONE = new KeepList(Map.of(), Set.of());

  private final Map<String, KeepRule> rules;
  private final Set<String> apps;

  private KeepList(Map<String, KeepRule> rules, Set<String> apps) {
    this.rules = Map.copyOf(rules);
    this.apps = Set.copyOf(apps);
  }

  /**
   * Reads the {@code keep.yaml} that stands beside a class.
   *
   * @throws IllegalArgumentException when it has a key that means nothing
   */
  public static KeepList besides(Class<?> anchor) {
    try (InputStream in = anchor.getResourceAsStream("keep.yaml")) {
      return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A list from its description, as a {@code keep.yaml} has it: apps, each with the tables that
   * stay {@code whole} and the {@code rows} of others.
   *
   * @throws IllegalArgumentException when it has a key that means nothing
   */
  public static KeepList of(Map<String, Map<String, Object>> apps) {
    Map<String, KeepRule> rules = new LinkedHashMap<>();
    apps.forEach(
        (app, description) -> {
          if (description != null) {
            description.forEach((key, value) -> rules.putAll(rules(app, key, value)));
          }
        });
    return new KeepList(rules, apps.keySet());
  }

  private static Map<String, KeepRule> rules(String app, String key, Object value) {
    Map<String, KeepRule> rules = new LinkedHashMap<>();
    switch (key) {
      case "whole" -> tables(value).forEach(table -> rules.put(table, new KeepRule.Whole()));
      case "dropped" -> tables(value).forEach(table -> rules.put(table, new KeepRule.Dropped()));
      case "rows" ->
          ((Map<?, ?>) value)
              .forEach((table, rows) -> rules.put(table.toString(), new KeepRule.Rows(all(rows))));
      default -> throw new IllegalArgumentException("app " + app + ": unknown key " + key);
    }
    return rules;
  }

  private static List<String> tables(Object value) {
    return ((List<?>) value).stream().map(Object::toString).toList();
  }

  /** One alternative, or a list of them. */
  private static List<KeepRule.Values> all(Object rows) {
    List<KeepRule.Values> alternatives = new ArrayList<>();
    for (Object one : rows instanceof List<?> several ? several : List.of(rows)) {
      Map<String, List<Object>> columns = new LinkedHashMap<>();
      ((Map<?, ?>) one).forEach((column, values) -> columns.put(column.toString(), values(values)));
      alternatives.add(new KeepRule.Values(columns));
    }
    return alternatives;
  }

  private static List<Object> values(Object values) {
    return values == null
        ? List.of()
        : values instanceof List<?> many ? List.copyOf(many) : List.of(values);
  }

  /** All that stays by one of several lists. */
  public static KeepList union(Collection<KeepList> lists) {
    Map<String, KeepRule> rules = new LinkedHashMap<>();
    Set<String> apps = new LinkedHashSet<>();
    for (KeepList list : lists) {
      list.rules.forEach((table, rule) -> rules.merge(table, rule, KeepList::both));
      apps.addAll(list.apps);
    }
    return new KeepList(rules, apps);
  }

  private static KeepRule both(KeepRule one, KeepRule other) {
    if (one instanceof KeepRule.Rows some && other instanceof KeepRule.Rows more) {
      List<KeepRule.Values> all = new ArrayList<>(some.alternatives());
      all.addAll(more.alternatives());
      return new KeepRule.Rows(all);
    }
    return one instanceof KeepRule.Rows ? other : one;
  }

  /** The same list, by which some more tables stay as they are. */
  public KeepList withWhole(Collection<String> tables) {
    Map<String, KeepRule> more = new LinkedHashMap<>(rules);
    tables.forEach(table -> more.put(table, new KeepRule.Whole()));
    return new KeepList(more, apps);
  }

  /** The rule of a table; empty when all its rows go. */
  public Optional<KeepRule> rule(String table) {
    return Optional.ofNullable(rules.get(table));
  }

  /** Tables that a rule is for. */
  public Set<String> tables() {
    return rules.keySet();
  }

  /** Returns whether a table belongs to an app of the list: Django calls it after the app. */
  public boolean knows(String table) {
    return rules.containsKey(table)
        || apps.stream().anyMatch(app -> table.equals(app) || table.startsWith(app + "_"));
  }
}
