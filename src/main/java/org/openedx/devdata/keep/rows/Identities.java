package org.openedx.devdata.keep.rows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/** The {@link Identity} of each table of a database, described or not. Thread-safe. */
public final class Identities {

  private final Catalog catalog;
  private final Collection<TableSet> described;
  private final Map<String, Identity> found = new ConcurrentHashMap<>();

  /**
   * @param described tables that services describe; their natural keys come first
   */
  public Identities(Catalog catalog, Collection<TableSet> described) {
    this.catalog = catalog;
    this.described = List.copyOf(described);
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The identity of a table's rows. */
  public Identity of(CatalogTable table) {
    return found.computeIfAbsent(table.name(), any -> find(table));
  }

  private Identity find(CatalogTable table) {
    return natural(table)
        .or(() -> unique(table))
        .orElseGet(
            () ->
                table.primaryKey().isEmpty()
                    ? new Identity(names(table.stored()), Identity.Origin.WHOLE)
                    : new Identity(table.primaryKey(), Identity.Origin.PRIMARY));
  }

  private Optional<Identity> natural(CatalogTable table) {
    return described.stream()
        .flatMap(set -> set.all().stream())
        .filter(known -> isCalled(known, table.name()) && !known.naturalKey().isEmpty())
        .map(known -> liveKey(known, table))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isCalled(Table known, String name) {
    return known.name().equals(name) || known.details().formerNames().contains(name);
  }

  /** The natural key under the names of this database; empty when it lacks a column of it. */
  private static Optional<Identity> liveKey(Table known, CatalogTable table) {
    List<String> key =
        known.naturalKey().stream()
            .map(known::column)
            .map(column -> liveName(column, table))
            .filter(Objects::nonNull)
            .toList();
    return key.size() == known.naturalKey().size()
        ? Optional.of(new Identity(key, Identity.Origin.DESCRIBED))
        : Optional.empty();
  }

  private static String liveName(Column column, CatalogTable table) {
    return Stream.of(column.name(), column.formerName())
        .filter(name -> table.column(name).isPresent())
        .findFirst()
        .orElse(null);
  }

  private static Optional<Identity> unique(CatalogTable table) {
    return table.uniqueKeys().values().stream()
        .filter(key -> key.stream().allMatch(column -> isRequired(table, column)))
        .filter(key -> key.stream().anyMatch(column -> saysMoreThanNumber(table, column)))
        .findFirst()
        .map(key -> new Identity(key, Identity.Origin.UNIQUE));
  }

  private static boolean isRequired(CatalogTable table, String name) {
    return table
        .column(name)
        .filter(column -> !column.nullable() && !column.generated())
        .isPresent();
  }

  /** A number says something when it refers to a row that has a name. */
  private static boolean saysMoreThanNumber(CatalogTable table, String name) {
    CatalogColumn column = table.column(name).orElseThrow();
    return !column.isNumber() || table.referenceOf(name).isPresent();
  }

  private static List<String> names(List<CatalogColumn> columns) {
    return columns.stream().map(CatalogColumn::name).toList();
  }
}
