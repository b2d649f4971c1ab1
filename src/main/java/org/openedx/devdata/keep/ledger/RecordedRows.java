package org.openedx.devdata.keep.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.finder.MovedRowFinder;
import org.openedx.devdata.plan.ledger.ServiceLedger;
import org.openedx.devdata.plan.ledger.Standing;
import org.openedx.devdata.plan.ledger.Unspecified;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.Row;

/** Rows of one service of the spec that is run, as a ledger has them. Not thread-safe. */
final class RecordedRows implements ServiceLedger {

  private final DatabaseLedger ledger;
  private final String ida;
  private final ServiceClaims own;

  /** Rows that no spec claims any more and some may still need. */
  private final ServiceClaims handedOver;

  private boolean doubted;

  RecordedRows(DatabaseLedger ledger, String ida) {
    this.ledger = ledger;
    this.ida = ida;
    this.own = ledger.claims(ledger.origin().spec(), ida);
    this.handedOver = ledger.claims("", ida);
  }

  @Override
  public void note(String kind, BoundTable table, List<Row> rows) {
    String name = table.table().name();
    TableClaims claims = own.of(name);
    for (Row row : rows) {
      Object key = row.key();
      if (key == null) {
        continue;
      }
      int index = claims.find(key);
      if (index < 0 || isOther(claims, index, row)) {
        index = put(name, claims, index, row, kind);
      }
      claims.touch(index);
    }
  }

  /** Returns whether a row is not the one that was noted with its key, or has got another name. */
  private static boolean isOther(TableClaims claims, int index, Row row) {
    return row.isNew() && !claims.has(index, TableClaims.CREATED)
        || row.policy().finder() instanceof MovedRowFinder && claims.name(index) != NameSum.of(row);
  }

  /** Puts a row that is at an index, if any; gives its new one. */
  private int put(String table, TableClaims claims, int index, Row row, String kind) {
    Object key = row.key();
    TableClaims maker = index >= 0 && claims.has(index, TableClaims.CREATED) ? claims : null;
    maker = row.isNew() || maker != null ? maker : maker(table, key);
    boolean created = row.isNew() || maker != null;
    boolean renamed = maker == null || row.policy().finder() instanceof MovedRowFinder;
    int name = renamed ? NameSum.of(row) : maker.name(maker.find(key));
    return claims.put(key, name, flags(row, created), kind);
  }

  /** Claims of other specs that say that a load made a row; null where none does. */
  private TableClaims maker(String table, Object key) {
    return Stream.concat(ledger.others(table, ida).stream(), Stream.of(handedOver))
        .map(one -> one.of(table))
        .filter(one -> isCreated(one, key))
        .findFirst()
        .orElse(null);
  }

  private static boolean isCreated(TableClaims claims, Object key) {
    int index = claims.find(key);
    return index >= 0 && claims.has(index, TableClaims.CREATED);
  }

  private static int flags(Row row, boolean created) {
    return (created ? TableClaims.CREATED : 0)
        | (row.purpose() == Purpose.IMPLIED ? TableClaims.IMPLIED : 0)
        | (row.policy().isShared() ? TableClaims.SHARED : 0)
        | (row.purpose() == Purpose.DERIVED ? TableClaims.DERIVED : 0)
        | (row.policy().companionOf() != null ? TableClaims.FOLLOWS : 0);
  }

  @Override
  public Standing standing(BoundTable table, Row row) {
    String name = table.table().name();
    List<ServiceClaims> others = ledger.others(name, ida);
    List<ServiceClaims> claimants =
        others.stream().filter(one -> isClaim(one.of(name), row)).toList();
    if (!claimants.isEmpty()) {
      return new Standing(Standing.Origin.CLAIMED, names(claimants));
    }
    TableClaims claims = own.of(name);
    int index = claims.find(row.key());
    if (index >= 0) {
      claims.touch(index);
    }
    boolean created = isCreated(claims, row.key()) || maker(name, row.key()) != null;
    return created
        ? Standing.CREATED
        : ledger.options().removal().adopted() ? Standing.UNRECORDED : Standing.ADOPTED;
  }

  /**
   * Returns whether another spec's word keeps a row. One that only came with another row shares its
   * fate; one that both only need stays as long as anything refers to it.
   */
  private static boolean isClaim(TableClaims claims, Row row) {
    int index = claims.find(row.key());
    boolean needed = row.purpose() == Purpose.IMPLIED || row.policy().isShared();
    return index >= 0
        && !claims.has(index, TableClaims.FOLLOWS)
        && !(needed && claims.has(index, TableClaims.IMPLIED | TableClaims.SHARED));
  }

  @Override
  public boolean isStill(BoundTable table, Row row) {
    TableClaims claims = own.of(table.table().name());
    if (claims.find(row.key()) < 0) {
      claims = maker(table.table().name(), row.key());
    }
    int name = claims == null ? 0 : claims.name(claims.find(row.key()));
    return claims != null && (name == 0 || name == NameSum.of(row));
  }

  private String names(List<ServiceClaims> claimants) {
    return claimants.stream()
        .map(
            one -> one.spec().equals(own.spec()) ? one.spec() + " (" + one.ida() + ")" : one.spec())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean isSaid(BoundTable table, Object key) {
    String name = table.table().name();
    return isCreated(own.of(name), key)
        || isCreated(handedOver.of(name), key)
        || ledger.others(name, ida).stream().anyMatch(one -> one.of(name).find(key) >= 0);
  }

  @Override
  public void drop(BoundTable table, Object key) {
    own.of(table.table().name()).drop(key);
    handedOver.of(table.table().name()).drop(key);
  }

  @Override
  public void removed(BoundTable table, Object key) {
    drop(table, key);
    String name = table.table().name();
    ledger.others(name, ida).forEach(one -> one.of(name).drop(key));
  }

  @Override
  public void handOver(BoundTable table, Object key) {
    String name = table.table().name();
    TableClaims claims = own.of(name);
    int index = claims.find(key);
    if (index >= 0) {
      handedOver.of(name).put(key, claims.name(index), claims.flags(index), claims.kind(index));
      claims.drop(key);
    }
  }

  @Override
  public boolean follows(BoundTable table, Object key) {
    String name = table.table().name();
    TableClaims claims = own.of(name);
    if (claims.find(key) < 0) {
      claims = maker(name, key);
    }
    return claims != null
        && isCreated(claims, key)
        && claims.has(claims.find(key), TableClaims.FOLLOWS | TableClaims.SHARED);
  }

  @Override
  public Map<String, List<Unspecified>> unspecified(Predicate<String> kinds) {
    Map<String, List<Unspecified>> byTable = new LinkedHashMap<>();
    collect(own, kinds, byTable);
    if (!byTable.isEmpty() && !isSure()) {
      byTable.clear();
    }
    collect(handedOver, kinds, byTable);
    return byTable;
  }

  private static void collect(
      ServiceClaims claims, Predicate<String> kinds, Map<String, List<Unspecified>> byTable) {
    for (String table : claims.names()) {
      List<Unspecified> rows = unspecified(claims.of(table), kinds);
      if (!rows.isEmpty()) {
        byTable.computeIfAbsent(table, any -> new ArrayList<>()).addAll(rows);
      }
    }
  }

  /** A spec of the same path from elsewhere may be another one, whose rows are its own. */
  private boolean isSure() {
    Optional<String> doubt =
        ledger.store().loads().stream()
            .filter(load -> load.spec().equals(own.spec()) && load.ida().equals(ida))
            .flatMap(load -> ledger.origin().doubt(load).stream())
            .findFirst();
    if (doubt.isPresent() && !doubted) {
      doubted = true;
      ledger.warn("rows that this spec does not say are left: " + doubt.get());
    }
    return doubt.isEmpty();
  }

  private static List<Unspecified> unspecified(TableClaims claims, Predicate<String> kinds) {
    List<Unspecified> rows = new ArrayList<>();
    for (int index = 0; index < claims.size(); index++) {
      boolean said =
          claims.isTouched(index)
              || claims.isDropped(index)
              || claims.has(index, TableClaims.FOLLOWS)
              || !claims.has(index, TableClaims.CREATED);
      if (!said && kinds.test(claims.kind(index))) {
        Purpose purpose =
            claims.has(index, TableClaims.IMPLIED)
                ? Purpose.IMPLIED
                : claims.has(index, TableClaims.DERIVED) ? Purpose.DERIVED : Purpose.DECLARED;
        rows.add(
            new Unspecified(
                claims.key(index),
                claims.kind(index),
                purpose,
                claims.has(index, TableClaims.SHARED)));
      }
    }
    return rows;
  }

  @Override
  public void write() {
    if (ledger.options().step().removes()) {
      own.names().forEach(table -> own.of(table).dropAdopted());
    }
    boolean changed = own.isChanged();
    ledger.write();
    boolean holds = !ledger.store().tables(own.spec(), ida).isEmpty();
    if (changed && holds && !ledger.options().step().removes()) {
      LoadOrigin origin = ledger.origin();
      ledger
          .store()
          .loaded(
              new LoadRecord(
                  own.spec(), ida, origin.host(), origin.folder(), origin.version(), origin.now()));
    }
  }
}
