package org.openedx.devdata.service.lms.state;

import java.util.HashSet;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * The table of learner state, and those of which one takes its versions.
 *
 * @param modules the state
 * @param versions its versions in the same database
 * @param extended its versions in a database of their own
 */
public record ModuleTables(Table modules, Table versions, Table extended) {

  private static final String EXTENDED_HISTORY = "extended_state_history";

  public static ModuleTables of(TableSet all) {
    return new ModuleTables(
        all.get("courseware_studentmodule"),
        all.get("courseware_studentmodulehistory"),
        all.get("coursewarehistoryextended_studentmodulehistoryextended"));
  }

  /** The setting that chooses the table of versions. */
  public static Field setting() {
    return Field.of(
            EXTENDED_HISTORY,
            new FieldType.Bool(),
            "Whether versions of learner state go to the extended history table: the site's"
                + " ENABLE_CSMH_EXTENDED.")
        .withDefault("true where the database has that table");
  }

  /** A database with both tables, of which the older one has the versions. */
  public Inverse.Setting plainVersions() {
    return new Inverse.Setting(extended, versions, new Inverse.Said(EXTENDED_HISTORY, false));
  }

  /** Tables that a run with this spec writes or looks up. */
  public Set<Table> neededBy(ServiceSpec spec) {
    Set<Table> needed = new HashSet<>(versionsOf(spec));
    needed.add(modules);
    return needed;
  }

  /** The tables of which one takes the versions. */
  public Set<Table> versionsOf(ServiceSpec spec) {
    return spec.settings()
        .bool(EXTENDED_HISTORY)
        .map(chosen -> Set.of(chosen ? extended : versions))
        .orElse(Set.of(versions, extended));
  }

  /** The table that takes the versions in this run. */
  public Table versionsOf(ServiceRun run) {
    boolean chosen =
        run.spec().settings().bool(EXTENDED_HISTORY).orElseGet(() -> run.lookups().has(extended));
    return chosen ? extended : versions;
  }
}
