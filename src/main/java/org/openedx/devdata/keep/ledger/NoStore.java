package org.openedx.devdata.keep.ledger;

import java.util.List;
import java.util.Set;

/** A ledger that holds nothing, for a database without one. Stateless. */
final class NoStore implements LedgerStore {

  @Override
  public List<LoadRecord> loads() {
    return List.of();
  }

  @Override
  public Set<String> tables(String spec, String ida) {
    return Set.of();
  }

  @Override
  public List<LedgerPart> parts(String table) {
    return List.of();
  }

  @Override
  public List<LedgerPart> parts(String spec, String ida, String table) {
    return List.of();
  }

  @Override
  public int count(String spec, String ida, String table) {
    return 0;
  }

  @Override
  public void add(List<LedgerPart> parts) {}

  @Override
  public void remove(String spec, String ida, String table) {}

  @Override
  public void loaded(LoadRecord load) {}

  @Override
  public void forget(String spec, String ida) {}

  @Override
  public void committed() {}
}
