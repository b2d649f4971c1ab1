package org.openedx.devdata.service.lms.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.Inverse;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RecordKind;
import org.openedx.devdata.plan.ServiceRun;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceSpec;

/** {@code groups}: rows of {@code auth_group}. */
public final class GroupKind implements RecordKind {

  /** The type of a group's name. */
  static final FieldType.Text NAME = new FieldType.Text(150);

  private static final Kind KIND =
      new Kind(
          "groups",
          List.of(),
          "Django groups. Groups named by users are made without being listed here.",
          List.of(Field.of("name", NAME, "Name of the group.").withExample("testers").asRequired()),
          List.of("name"));

  private final Table groups;

  public GroupKind(TableSet tables) {
    this.groups = tables.get("auth_group");
  }

  @Override
  public Kind kind() {
    return KIND;
  }

  @Override
  public Set<Table> tables(ServiceSpec spec) {
    return Set.of(groups);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(Inverse.of(KIND).from(groups));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return (record, batch) ->
        batch.declare(groups, record).set("name", record.requiredText("name"));
  }
}
