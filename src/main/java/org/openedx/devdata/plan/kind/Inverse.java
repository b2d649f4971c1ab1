package org.openedx.devdata.plan.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.spec.Kind;

/**
 * The way in which stored rows become records of a kind again: the rows that records stand for, and
 * the field that says each column. Which fields a record needs is not said here: whoever goes the
 * way back finds that out with the kind's factory. Immutable; made by the methods that add to it.
 */
public final class Inverse {

  /**
   * A table whose rows records stand for.
   *
   * @param table the table
   * @param where values of columns that such rows have
   * @param says values of fields that their records have
   */
  public record Source(Table table, Map<String, Object> where, Map<String, Object> says) {

    public Source {
      where = Map.copyOf(where);
      says = Map.copyOf(says);
    }
  }

  /**
   * A field that says a column.
   *
   * @param kind of the records with the field, nested ones too
   * @param table table of the column
   * @param column its name
   * @param field name of the field
   * @param reading the column's value as the field has it
   */
  public record Link(
      Kind kind, Table table, String column, String field, UnaryOperator<Object> reading) {}

  /** A field and its value. */
  public record Said(String field, Object value) {}

  /**
   * A setting that a spec needs where one table has no rows and another one has.
   *
   * @param empty the one that has none
   * @param filled the other one
   * @param said the setting
   */
  public record Setting(Table empty, Table filled, Said said) {}

  private final Kind kind;
  private final List<Source> sources;
  private final List<Link> links;
  private final Set<String> always;
  private final Set<String> later;
  private final Map<Table, Said> unless;
  private final List<RecordParts> parts;
  private final List<Setting> settings;

  private Inverse(
      Kind kind,
      List<Source> sources,
      List<Link> links,
      Set<String> always,
      Set<String> later,
      Map<Table, Said> unless,
      List<RecordParts> parts,
      List<Setting> settings) {
    this.kind = kind;
    this.sources = List.copyOf(sources);
    this.links = List.copyOf(links);
    this.always = Set.copyOf(always);
    this.later = Set.copyOf(later);
    this.unless = Map.copyOf(unless);
    this.parts = List.copyOf(parts);
    this.settings = List.copyOf(settings);
  }

  /** Records of a kind. */
  public static Inverse of(Kind kind) {
    return new Inverse(
        kind, List.of(), List.of(), Set.of(), Set.of(), Map.of(), List.of(), List.of());
  }

  /** Each row of the table is a record, whose fields are called as its columns. */
  public Inverse from(Table table, String... except) {
    return from(new Source(table, Map.of(), Map.of())).columns(table, except);
  }

  public Inverse from(Source source) {
    return new Inverse(kind, added(sources, source), links, always, later, unless, parts, settings);
  }

  /**
   * Fields say the columns of a table that they are called as.
   *
   * @param except columns that no field says, or one of another name
   */
  public Inverse columns(Table table, String... except) {
    return columns(ColumnMapping.of(kind, table, Set.of(except)));
  }

  /** As {@link #columns(Table, String...)}, of the records of a list, too. */
  public Inverse columns(ColumnMapping mapping) {
    List<Link> more = new ArrayList<>(links);
    more.addAll(mapping.inverse());
    return new Inverse(kind, sources, more, always, later, unless, parts, settings);
  }

  /** A field says a column of another name. */
  public Inverse link(String field, Table table, String column) {
    return link(field, table, column, value -> value);
  }

  /**
   * A field says a column in a form of its own.
   *
   * @param reading the column's value, not null, as the field has it; null where it cannot be said
   */
  public Inverse link(String field, Table table, String column, UnaryOperator<Object> reading) {
    Link link = new Link(kind, table, column, field, reading);
    return new Inverse(kind, sources, added(links, link), always, later, unless, parts, settings);
  }

  /** As {@link #link(String, Table, String)}, of records in a list, too. */
  public Inverse link(Link link) {
    return new Inverse(kind, sources, added(links, link), always, later, unless, parts, settings);
  }

  /** A field is said in every record, because what is left out is numbered by the spec. */
  public Inverse always(String field) {
    return new Inverse(kind, sources, links, added(always, field), later, unless, parts, settings);
  }

  /**
   * Fields whose defaults depend on other fields: said only where those do not do.
   *
   * @param fields names, those of records in a list as {@code list.field}
   */
  public Inverse later(String... fields) {
    return new Inverse(
        kind,
        sources,
        links,
        always,
        Set.copyOf(Stream.concat(later.stream(), Stream.of(fields)).toList()),
        unless,
        parts,
        settings);
  }

  /** A field has no row made in a table where there is none. */
  public Inverse unless(Table table, String field, Object value) {
    Map<Table, Said> more = new LinkedHashMap<>(unless);
    more.put(table, new Said(field, value));
    return new Inverse(kind, sources, links, always, later, more, parts, settings);
  }

  /** A spec needs a setting where one table has no rows and another one has. */
  public Inverse setting(Setting setting) {
    List<Setting> more = added(settings, setting);
    return new Inverse(kind, sources, links, always, later, unless, parts, more);
  }

  /** Reads what no description of columns says. */
  public Inverse with(RecordParts part) {
    return new Inverse(kind, sources, links, always, later, unless, added(parts, part), settings);
  }

  private static <T> List<T> added(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  private static <T> Set<T> added(Set<T> set, T one) {
    return Set.copyOf(Stream.concat(set.stream(), Stream.of(one)).distinct().toList());
  }

  public Kind kind() {
    return kind;
  }

  public List<Source> sources() {
    return sources;
  }

  /** The field of a kind that says a column; empty where none does. */
  public Optional<Link> link(Kind of, Table table, String column) {
    return links.stream()
        .filter(link -> link.kind() == of && link.table() == table)
        .filter(link -> link.column().equals(column))
        .findFirst();
  }

  public List<Link> links() {
    return links;
  }

  public Set<String> always() {
    return always;
  }

  /** Returns whether a field of the kind, or of records of a list in it, waits for others. */
  public boolean isLater(Kind of, String field) {
    return later.contains(of == kind ? field : of.name() + "." + field);
  }

  /** The field that has no row made in a table. */
  public Optional<Said> unless(Table table) {
    return Optional.ofNullable(unless.get(table));
  }

  public List<RecordParts> parts() {
    return parts;
  }

  public List<Setting> settings() {
    return settings;
  }
}
