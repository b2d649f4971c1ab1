package org.openedx.devdata.plan.kind;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * A kind whose records become rows of the same tables in every spec. Immutable, as its subclasses
 * are.
 */
public abstract class DescribedKind implements RecordKind {

  private final Kind kind;
  private final TableSet all;
  private final Table table;
  private final Set<Table> tables;

  /**
   * @param all the service's tables
   * @param names tables that its factory writes or looks up; first that of the record's own row
   */
  protected DescribedKind(Kind kind, TableSet all, String... names) {
    this.kind = kind;
    this.all = all;
    this.table = all.get(names[0]);
    this.tables =
        Arrays.stream(names).map(all::get).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public final Kind kind() {
    return kind;
  }

  /** The table of the row that a record stands for. */
  protected final Table table() {
    return table;
  }

  /** A table of the service. */
  protected final Table table(String name) {
    return all.get(name);
  }

  /** Rows of its table as records, column by column. */
  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(Inverse.of(kind).from(table));
  }

  @Override
  public final Set<Table> tables(ServiceSpec spec) {
    return tables;
  }
}
