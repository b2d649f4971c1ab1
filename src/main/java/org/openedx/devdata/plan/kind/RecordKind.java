package org.openedx.devdata.plan.kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * One kind of record: its fields, its tables, its checks, and the factory that turns its records
 * into rows. All that is particular to the kind stands in one class. Immutable; safe to share.
 */
public interface RecordKind {

  /** Its name and fields. */
  Kind kind();

  /** Settings of the whole spec that its factory or another kind's reads; listed by one kind. */
  default List<Field> settings() {
    return List.of();
  }

  /**
   * Tables that a run with such records writes or looks up. Tables that these refer to or mention,
   * and twins that keep their history, need not be listed. Asked when the spec has such records.
   */
  Set<Table> tables(ServiceSpec spec);

  /**
   * Optional tables that a run with such records cannot do without: of each group one at least.
   * Asked when the spec has such records.
   */
  default List<Set<Table>> indispensable(ServiceSpec spec) {
    return List.of();
  }

  /** The table in which fields that name such records find them; empty when no field does. */
  default Optional<ReferenceRule.Home> home() {
    return Optional.empty();
  }

  /**
   * The value that a unique field gets when a record leaves it out; empty where the factory makes
   * one that is unique.
   */
  default Optional<String> defaultOf(SpecRecord record, String field) {
    return Optional.empty();
  }

  /**
   * Checks the kind's records beyond their form, without a database. A field whose value was
   * refused is absent, even one that the kind requires.
   */
  default void check(ServiceSpec spec, Problems problems) {}

  /** Warns of what this database needs besides the rows that the kind's records become. */
  default void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {}

  /**
   * The factory turned round: how rows become records again. Empty for a kind whose rows another
   * kind describes, too.
   */
  default Optional<Inverse> inverse() {
    return Optional.empty();
  }

  /** The factory for one run. */
  RecordFactory factory(ServiceRun run);
}
