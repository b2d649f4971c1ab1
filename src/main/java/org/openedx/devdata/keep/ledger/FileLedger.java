package org.openedx.devdata.keep.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The ledger of one database in a {@link LedgerFile}. Not thread-safe.
 *
 * @param file the file
 * @param database address of the database
 */
record FileLedger(LedgerFile file, String database) implements LedgerStore {

  private boolean isHere(LedgerFile.Kept kept, Predicate<LedgerPart> wanted) {
    return kept.database().equals(database) && wanted.test(kept.part());
  }

  private List<LedgerPart> parts(Predicate<LedgerPart> wanted) {
    return file.parts().stream()
        .filter(kept -> isHere(kept, wanted))
        .map(LedgerFile.Kept::part)
        .sorted(
            Comparator.comparing(LedgerPart::spec)
                .thenComparing(LedgerPart::ida)
                .thenComparing(LedgerPart::part))
        .toList();
  }

  private static Predicate<LedgerPart> of(String spec, String ida) {
    return part -> part.spec().equals(spec) && part.ida().equals(ida);
  }

  @Override
  public List<LoadRecord> loads() {
    return file.loads().stream()
        .filter(one -> one.database().equals(database))
        .map(LedgerFile.Loaded::load)
        .toList();
  }

  @Override
  public Set<String> tables(String spec, String ida) {
    return parts(of(spec, ida)).stream()
        .map(LedgerPart::table)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public List<LedgerPart> parts(String table) {
    return parts(part -> part.table().equals(table));
  }

  @Override
  public List<LedgerPart> parts(String spec, String ida, String table) {
    return parts(of(spec, ida).and(part -> part.table().equals(table)));
  }

  @Override
  public int count(String spec, String ida, String table) {
    return parts(spec, ida, table).size();
  }

  @Override
  public void add(List<LedgerPart> parts) {
    parts.forEach(part -> file.parts().add(new LedgerFile.Kept(database, part)));
  }

  @Override
  public void remove(String spec, String ida, String table) {
    Predicate<LedgerPart> wanted = of(spec, ida).and(part -> part.table().equals(table));
    file.parts().removeIf(kept -> isHere(kept, wanted));
  }

  @Override
  public void loaded(LoadRecord load) {
    removeLoad(load.spec(), load.ida());
    file.loads().add(new LedgerFile.Loaded(database, load));
  }

  private void removeLoad(String spec, String ida) {
    file.loads()
        .removeIf(
            one ->
                one.database().equals(database)
                    && one.load().spec().equals(spec)
                    && one.load().ida().equals(ida));
  }

  @Override
  public void forget(String spec, String ida) {
    removeLoad(spec, ida);
    file.parts().removeIf(kept -> isHere(kept, of(spec, ida)));
  }

  @Override
  public void committed() {
    file.save();
  }
}
