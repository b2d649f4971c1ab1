package org.openedx.devdata.service.lms.state.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.state.ModuleTables;
import org.openedx.devdata.service.lms.state.StateFields;
import org.openedx.devdata.service.lms.state.StateOnceCheck;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code student_modules}: what users have stored in blocks, with the versions of problems. */
public final class StudentModuleKind implements RecordKind {

  static final String NAME = "student_modules";

  private final ModuleTables tables;
  private final Kind kind =
      new Kind(
          NAME,
          List.of("course_state", "user_state"),
          "What users have stored in blocks, with the score beside it. Found again by user and"
              + " block. Problems have a version for each save.",
          List.of(
              StateFields.username(),
              StateFields.block("The block.", "problem", "p1"),
              StateFields.course(),
              Field.of(
                      "state",
                      new FieldType.Json(),
                      "The whole state, an object; null for state that was never stored. Left out, the"
                          + " stored state stays.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, never stored"),
              Field.of(
                      "grade", StateFields.REAL, "Points earned; null before the first submission.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, null"),
              Field.of("max_grade", StateFields.REAL, "Points possible.")
                  .asNullable()
                  .withDefault("that of the last of `versions`; without one, null"),
              Field.of(
                      "done",
                      new FieldType.Choice(List.of("na", "f", "i")),
                      "Finished or incomplete; hardly used.")
                  .withDefault("na"),
              Field.of("module_type", new FieldType.Text(32), "Type of the block.")
                  .withDefault("the type in the block's key"),
              Field.of("created", StateFields.TIME, "When the row was made.").withDefault("now"),
              Field.of("modified", StateFields.TIME, "When it was last saved.").withDefault("now"),
              Field.of(
                      "versions",
                      new FieldType.Records(versions()),
                      "Earlier versions, oldest first; the last one, which equals the row, is added."
                          + " Problems only.")
                  .withAliases("history")),
          StateFields.IDENTITY);

  public StudentModuleKind(TableSet all) {
    this.tables = ModuleTables.of(all);
  }

  private static Kind versions() {
    return new Kind(
        "versions",
        List.of(),
        "An earlier version of a problem's state.",
        List.of(
            Field.of("state", new FieldType.Json(), "The state after that save; null for none.")
                .asNullable()
                .asRequired(),
            Field.of("grade", StateFields.REAL, "Points earned at that time.").asNullable(),
            Field.of("max_grade", StateFields.REAL, "Points possible at that time.").asNullable(),
            Field.of("created", StateFields.TIME, "When it was saved.")
                .withAliases("at")
                .withDefault("a minute before the next one")),
        List.of());
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<Field> settings() {
    return List.of(ModuleTables.setting());
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return tables.neededBy(spec);
  }

  @Override
  public List<Set<Table>> indispensable(ServiceSpec spec) {
    return List.of(tables.versionsOf(spec));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    StudentModuleChecks checks = new StudentModuleChecks(problems);
    spec.of(NAME).forEach(checks::check);
    // Of all kinds of states, whichever the spec has.
    StateOnceCheck.check(spec, problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    Table modules = tables.modules();
    return Optional.of(
        Inverse.of(kind)
            .from(modules, "module_id", "course_id", "state")
            .link("block", modules, "module_id")
            .link("state", modules, "state", StateParts::parsed)
            .later("created")
            .setting(tables.plainVersions())
            .with(new StateParts(tables)));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new StudentModuleFactory(run, kind, tables.modules());
  }
}
