package org.openedx.devdata.jdbc.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The described tables of one service, parents before children. Immutable. */
public final class TableSet {

  /** Stands between a column's form and what it refers to. */
  private static final String REFERS_TO = " -> ";

  private final Map<String, Table> tables;

  private TableSet(Map<String, Table> tables) {
    this.tables = tables;
  }

  /**
   * Reads the {@code tables.yaml} that stands beside a class.
   *
   * @throws IllegalArgumentException when a description contradicts itself
   */
  public static TableSet besides(Class<?> anchor) {
    try (InputStream in = anchor.getResourceAsStream("tables.yaml")) {
      Map<String, Map<String, Object>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tables from descriptions, as a {@code tables.yaml} has them.
   *
   * @throws IllegalArgumentException when a description contradicts itself
   */
  public static TableSet of(Map<String, Map<String, Object>> descriptions) {
    Map<String, Table> tables = new LinkedHashMap<>();
    descriptions.forEach((name, description) -> tables.put(name, read(name, description)));
    return new TableSet(tables);
  }

  private static Table read(String name, Map<String, Object> description) {
    List<Column> columns = new ArrayList<>();
    Map<String, Object> described = map(description, "columns");
    if (!description.containsKey("primary_key") && !described.containsKey("id")) {
      columns.add(Column.parse("id", "int auto"));
    }
    Map<String, String> references = new LinkedHashMap<>();
    map(description, "references").forEach((key, target) -> references.put(key, target.toString()));
    for (Map.Entry<String, Object> column : described.entrySet()) {
      String[] parts = column.getValue().toString().split(REFERS_TO, 2);
      columns.add(Column.parse(column.getKey(), parts[0]));
      if (parts.length > 1) {
        references.put(column.getKey(), parts[1]);
      }
    }
    List<String> key = list(description, "key");
    List<TableDetails.Mention> mentions = new ArrayList<>();
    addMentions(mentions, map(description, "mentions"), true);
    addMentions(mentions, map(description, "may_need"), false);
    Map<String, String> owned = new LinkedHashMap<>();
    map(description, "owns").forEach((table, column) -> owned.put(table, column.toString()));
    return new Table(
        name,
        columns,
        new TableDetails(
            description.getOrDefault("primary_key", "id").toString(),
            key,
            description.containsKey("unique") || key.isEmpty()
                ? list(description, "unique")
                : List.of(key),
            list(description, "indexes"),
            references,
            mentions,
            description.getOrDefault("history", "").toString(),
            owned,
            companions(map(description, "companions")),
            description.getOrDefault("alias", "").toString(),
            Boolean.TRUE.equals(description.get("optional")),
            Boolean.TRUE.equals(description.get("lookup_only")),
            list(description, "was"),
            description.getOrDefault("app", "").toString(),
            list(description, "rows"),
            holds(map(description, "holds"))));
  }

  /** Columns by what they hold. */
  private static Map<String, Holding> holds(Map<String, Object> description) {
    Map<String, Holding> holds = new LinkedHashMap<>();
    for (String holding : description.keySet()) {
      for (Object column : TableSet.<Object>list(description, holding)) {
        holds.put(column.toString(), Holding.of(holding));
      }
    }
    return holds;
  }

  /** Tables by the column that refers. */
  private static List<Companion> companions(Map<String, Object> tables) {
    List<Companion> companions = new ArrayList<>();
    tables.forEach(
        (column, names) -> {
          for (Object name : (List<?>) names) {
            companions.add(Companion.parse(column, name.toString()));
          }
        });
    return companions;
  }

  /** One target of columns, or a list of them. */
  private static void addMentions(
      List<TableDetails.Mention> mentions, Map<String, Object> targets, boolean named) {
    targets.forEach(
        (columns, to) -> {
          for (Object target : to instanceof List<?> several ? several : List.of(to)) {
            mentions.add(TableDetails.Mention.parse(columns, target.toString(), named));
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> description, String key) {
    return (Map<String, Object>) description.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Map<String, Object> description, String key) {
    return (List<T>) description.getOrDefault(key, List.of());
  }

  /**
   * A table by name.
   *
   * @throws IllegalArgumentException when it is not described
   */
  public Table get(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("table " + name + " is not described");
    }
    return table;
  }

  public boolean has(String name) {
    return tables.containsKey(name);
  }

  /** All tables, parents before children. */
  public Collection<Table> all() {
    return tables.values();
  }

  /** The table whose rows a column names by their numbers; null for a column with other values. */
  public Table referenced(Table table, String column) {
    String target = table.details().references().get(column);
    if (target != null) {
      return tables.get(target.replaceFirst("\\..*", ""));
    }
    return table.details().mentions().stream()
        .filter(mention -> mention.columns().equals(List.of(column)))
        .filter(
            mention -> mention.target().equals(List.of(get(mention.table()).primaryKey().name())))
        .map(mention -> get(mention.table()))
        .filter(named -> named.primaryKey().auto())
        .findFirst()
        .orElse(null);
  }

  /** Tables of which rows of this one name rows, by a reference or a mention. */
  public List<Table> namedBy(Table table) {
    return Stream.concat(
            table.details().references().values().stream(),
            table.details().mentions().stream().map(TableDetails.Mention::table))
        .map(target -> get(target.replaceFirst("\\..*", "")))
        .distinct()
        .toList();
  }

  /** The Django apps that the tables are of, in the order of the tables. */
  public Set<String> apps() {
    return tables.values().stream()
        .map(this::app)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Django calls a table by app and model, and a list in it or a twin after its own table. */
  private String app(Table table) {
    String described = table.details().app();
    if (!described.isEmpty()) {
      return described;
    }
    String before = table.name().replaceFirst("_[^_]*$", "");
    return has(before) ? app(get(before)) : before;
  }

  /** The twin that keeps the history of a table, or null. */
  public Table historyOf(Table table) {
    String history = table.details().history();
    return history.isEmpty() ? null : get(history);
  }
}
