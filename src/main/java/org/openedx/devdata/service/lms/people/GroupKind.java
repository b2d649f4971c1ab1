package org.openedx.devdata.service.lms.people;

import java.util.List;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** {@code groups}: rows of {@code auth_group}. */
public final class GroupKind extends DescribedKind {

  /** The type of a group's name. */
  static final FieldType.Text NAME = new FieldType.Text(150);

  private static final Kind KIND =
      new Kind(
          "groups",
          List.of(),
          "Django groups. Groups named by users are made without being listed here.",
          List.of(Field.of("name", NAME, "Name of the group.").withExample("testers").asRequired()),
          List.of("name"));

  public GroupKind(TableSet tables) {
    super(KIND, tables, "auth_group");
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return (record, batch) ->
        batch.declare(table(), record).set("name", record.requiredText("name"));
  }
}
