package org.openedx.devdata.keep.ledger;

import java.util.List;
import java.util.Set;

/** Place of the ledger of one database. Not thread-safe. */
interface LedgerStore {

  /** Version of the form of what is stored; a later one is not read. */
  int FORMAT = 1;

  /** The last load of each spec and service. */
  List<LoadRecord> loads();

  /** Tables of which the ledger holds rows of a spec's service. */
  Set<String> tables(String spec, String ida);

  /** Parts of a table, of all specs and services, in order. */
  List<LedgerPart> parts(String table);

  /** As {@link #parts(String)}, of one spec's service. */
  List<LedgerPart> parts(String spec, String ida, String table);

  /** Number of parts of a spec's service and table. */
  int count(String spec, String ida, String table);

  void add(List<LedgerPart> parts);

  /** Takes out all parts of a spec's service and table. */
  void remove(String spec, String ida, String table);

  /** Replaces the record of the last load. */
  void loaded(LoadRecord load);

  /** Takes out all of a spec's service. */
  void forget(String spec, String ida);

  /** The database's transaction is committed. */
  void committed();
}
