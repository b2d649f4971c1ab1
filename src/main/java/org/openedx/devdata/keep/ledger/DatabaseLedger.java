package org.openedx.devdata.keep.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.ledger.Ledger;
import org.openedx.devdata.plan.ledger.ServiceLedger;

/** The ledger of one database, in its store. Not thread-safe. */
final class DatabaseLedger implements Ledger {

  private final LedgerStore store;
  private final LoadOrigin origin;
  private final RunOptions options;
  private final RunListener listener;
  private final String label;
  private final Map<String, ServiceLedger> services = new HashMap<>();
  private final Map<String, List<ServiceClaims>> others = new HashMap<>();
  private final Map<String, ServiceClaims> claims = new LinkedHashMap<>();

  DatabaseLedger(
      LedgerStore store,
      LoadOrigin origin,
      RunOptions options,
      RunListener listener,
      String label) {
    this.store = store;
    this.origin = origin;
    this.options = options;
    this.listener = listener;
    this.label = label;
  }

  LedgerStore store() {
    return store;
  }

  LoadOrigin origin() {
    return origin;
  }

  RunOptions options() {
    return options;
  }

  void warn(String message) {
    listener.warning(label + ": " + message);
  }

  @Override
  public ServiceLedger of(String ida) {
    return services.computeIfAbsent(ida, any -> new RecordedRows(this, ida));
  }

  /** Claims of a spec's service; an empty spec holds what is left to whoever needs it. */
  ServiceClaims claims(String spec, String ida) {
    return claims.computeIfAbsent(ida + " " + spec, any -> new ServiceClaims(store, spec, ida));
  }

  /** Claims of all specs and services on a table but one's own, and but what is left to others. */
  List<ServiceClaims> others(String table, String ida) {
    List<ServiceClaims> all =
        others.computeIfAbsent(
            table,
            any -> {
              List<ServiceClaims> found = new ArrayList<>();
              store.parts(table).stream()
                  .map(part -> claims(part.spec(), part.ida()))
                  .distinct()
                  .forEach(found::add);
              return found;
            });
    return all.stream()
        .filter(one -> !one.spec().isEmpty())
        .filter(one -> !(one.spec().equals(origin.spec()) && one.ida().equals(ida)))
        .toList();
  }

  /** Writes what is known to have changed of any spec. */
  void write() {
    for (ServiceClaims one : claims.values()) {
      if (one.write() && store.tables(one.spec(), one.ida()).isEmpty()) {
        store.forget(one.spec(), one.ida());
      }
    }
  }

  @Override
  public void committed() {
    store.committed();
  }
}
