package org.openedx.devdata.keep.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.Ledger;
import org.openedx.devdata.plan.ledger.Ledgers;

/** Ledgers of the databases of a run of one spec. Not thread-safe. */
public final class SpecLedgers implements Ledgers {

  private final LoadOrigin origin;
  private final Optional<Path> path;
  private LedgerFile file;

  /**
   * @param path of the file that keeps the ledgers instead of a table in each database
   */
  public SpecLedgers(LoadOrigin origin, Optional<Path> path) {
    this.origin = origin;
    this.path = path;
  }

  @Override
  public Ledger open(MySqlDatabase database, RunOptions options, RunListener listener) {
    if (options.step() == Step.PLAN && !options.removal().unspecified()) {
      return Ledger.NONE;
    }
    String label = database.settings().label();
    Optional<LedgerStore> store = store(database, options, listener);
    store.ifPresent(one -> inspect(one, label, options));
    if (options.step().removes()
        && store.stream()
            .flatMap(one -> one.loads().stream())
            .noneMatch(load -> load.spec().equals(origin.spec()))) {
      unknown(label, options, listener);
    }
    return new DatabaseLedger(store.orElseGet(NoStore::new), origin, options, listener, label);
  }

  private Optional<LedgerStore> store(
      MySqlDatabase database, RunOptions options, RunListener listener) {
    if (path.isPresent()) {
      file = file == null ? LedgerFile.read(path.get()) : file;
      return Optional.of(new FileLedger(file, MySqlUrl.masked(database.settings().url())));
    }
    boolean needed = options.step().removes() || options.removal().unspecified();
    if (!needed && LedgerTable.isHidden(database)) {
      if (options.step() == Step.LOAD) {
        listener.warning(
            LedgerTable.hidden(database, "this load is not remembered; grant the rights"));
      }
      return Optional.empty();
    }
    Optional<LedgerTable> there = LedgerTable.of(database);
    if (options.step() == Step.LOAD && there.isEmpty()) {
      try {
        return Optional.of(LedgerTable.create(database));
      } catch (RuntimeException e) {
        if (!SqlFailures.isDenied(e)) {
          throw SqlFailures.explain(database.settings().label(), e);
        }
        listener.warning(
            ("%s: this user may not create the table %s, so that the load is not remembered and a"
                    + " reset takes none of its rows without --adopted; grant the right, or keep the"
                    + " ledger in a file: --ledger FILE")
                .formatted(database.settings().label(), LedgerTable.NAME));
      }
    }
    return there.map(LedgerStore.class::cast);
  }

  /** Refuses to remove what may be another spec's. */
  private void inspect(LedgerStore store, String label, RunOptions options) {
    if (options.removal().unspecified() && !options.step().removes()) {
      List<LoadRecord> loads = store.loads();
      loads.stream()
          .filter(load -> load.spec().equals(origin.spec()))
          .flatMap(load -> origin.doubt(load).stream())
          .findFirst()
          .ifPresent(
              doubt -> {
                throw new DatabaseException(
                    label + ": --prune removes nothing of a spec that is in doubt: " + doubt);
              });
    }
  }

  private void unknown(String label, RunOptions options, RunListener listener) {
    if (!options.removal().adopted()) {
      listener.warning(
          ("%s: no load of '%s' is remembered here, so that all its rows count as adopted and are"
                  + " left; --adopted removes what the spec describes")
              .formatted(label, origin.spec()));
    }
  }
}
