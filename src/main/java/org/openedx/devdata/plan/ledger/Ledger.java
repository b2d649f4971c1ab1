package org.openedx.devdata.plan.ledger;

/** The ledger of one database, for the one spec that is run. Not thread-safe. */
public interface Ledger {

  /** Remembers nothing. */
  Ledger NONE =
      new Ledger() {
        @Override
        public ServiceLedger of(String ida) {
          return ServiceLedger.NONE;
        }

        @Override
        public void committed() {}
      };

  /** The part that holds what the spec's entries of a service have made. */
  ServiceLedger of(String ida);

  /** The database's transaction is committed. */
  void committed();
}
