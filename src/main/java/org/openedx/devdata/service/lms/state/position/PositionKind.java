package org.openedx.devdata.service.lms.state.position;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.state.BlockCheck;
import org.openedx.devdata.service.lms.state.ModuleTables;
import org.openedx.devdata.service.lms.state.StateFields;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code positions}: the child of a course, chapter or sequential that a user was last in. */
public final class PositionKind implements RecordKind {

  private static final String NAME = "positions";
  private static final Set<String> OUTLINE = Set.of("course", "chapter", "sequential");

  private final ModuleTables tables;
  private final Kind kind =
      new Kind(
          NAME,
          List.of(),
          "Which child of a course, chapter or sequential a user was last in. Other fields of the"
              + " state stay as they are.",
          List.of(
              StateFields.username(),
              StateFields.optionalBlock("The course, chapter or sequential by its key.")
                  .withDefault("the course itself"),
              StateFields.course(),
              Field.of("position", new FieldType.Whole(1, 10_000), "The child, counted from 1.")
                  .asRequired(),
              Field.of("modified", StateFields.TIME, "When the user went there.")
                  .withAliases("at")
                  .withDefault("now")),
          StateFields.IDENTITY);

  public PositionKind(TableSet all) {
    this.tables = ModuleTables.of(all);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables.neededBy(spec);
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    BlockCheck blocks = new BlockCheck(problems);
    spec.of(NAME)
        .forEach(
            record ->
                blocks.checkType(
                    record, "positions are kept in a course, chapter or sequential", OUTLINE));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new PositionFactory(
        run, (record, state) -> state.put("position", record.whole("position").orElseThrow()));
  }
}
