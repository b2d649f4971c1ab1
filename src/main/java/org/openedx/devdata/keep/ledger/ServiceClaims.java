package org.openedx.devdata.keep.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that a spec's entries of one service say, read from the ledger table by table when they
 * are first asked for. Not thread-safe.
 */
final class ServiceClaims {

  private final LedgerStore store;
  private final String spec;
  private final String ida;
  private final Map<String, TableClaims> tables = new LinkedHashMap<>();

  ServiceClaims(LedgerStore store, String spec, String ida) {
    this.store = store;
    this.spec = spec;
    this.ida = ida;
  }

  String spec() {
    return spec;
  }

  String ida() {
    return ida;
  }

  TableClaims of(String table) {
    return tables.computeIfAbsent(table, any -> read(store.parts(spec, ida, table)));
  }

  static TableClaims read(List<LedgerPart> parts) {
    TableClaims claims = new TableClaims();
    parts.forEach(part -> ClaimPacking.unpack(part.payload(), claims));
    claims.markStored();
    return claims;
  }

  /** Tables of which there are rows. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(store.tables(spec, ida));
    names.addAll(tables.keySet());
    return names;
  }

  /** Returns whether anything is not stored as it is. */
  boolean isChanged() {
    return tables.values().stream()
        .anyMatch(claims -> claims.isChanged() || claims.size() > claims.stored());
  }

  /** Writes what is new or has changed; returns whether there was anything. */
  boolean write() {
    List<LedgerPart> parts = new ArrayList<>();
    boolean any = false;
    for (Map.Entry<String, TableClaims> one : tables.entrySet()) {
      any |= write(one.getKey(), one.getValue(), parts);
    }
    store.add(parts);
    return any;
  }

  private boolean write(String table, TableClaims claims, List<LedgerPart> parts) {
    if (!claims.isChanged() && claims.size() == claims.stored()) {
      return false;
    }
    int first = 0;
    int from = 0;
    if (claims.isChanged()) {
      store.remove(spec, ida, table);
    } else {
      from = claims.stored();
      first = store.count(spec, ida, table);
    }
    for (byte[] payload : ClaimPacking.pack(claims, from)) {
      parts.add(new LedgerPart(spec, ida, table, first++, payload));
    }
    claims.markStored();
    return true;
  }
}
