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
import org.openedx.devdata.spec.SpecRecord;

/** {@code video_positions}: where users stopped videos. */
public final class VideoPositionKind implements RecordKind {

  private static final String NAME = "video_positions";

  private final ModuleTables tables;
  private final Kind kind =
      new Kind(
          NAME,
          List.of(),
          "Where users stopped videos. Other fields of the state stay as they are.",
          List.of(
              StateFields.username(),
              StateFields.block("The video.", "video", "v1"),
              StateFields.course(),
              Field.of(
                      "position",
                      new FieldType.Text(8),
                      "Where it was stopped: `HH:MM:SS`, or whole seconds.")
                  .withExample("\"00:01:30\"")
                  .asRequired(),
              Field.of("modified", StateFields.TIME, "When it was stopped.")
                  .withAliases("at")
                  .withDefault("now")),
          StateFields.IDENTITY);

  public VideoPositionKind(TableSet all) {
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
    for (SpecRecord record : spec.of(NAME)) {
      blocks.checkType(record, "video positions are kept in blocks of type video", Set.of("video"));
      record.text("position").ifPresent(text -> check(record, text, problems));
    }
  }

  private static void check(SpecRecord record, String position, Problems problems) {
    try {
      VideoPosition.parse(position);
    } catch (IllegalArgumentException e) {
      problems.add(record.positionOf("position"), e.getMessage());
    }
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new PositionFactory(
        run,
        (record, state) ->
            state.put(
                "saved_video_position",
                VideoPosition.parse(record.requiredText("position")).text()));
  }
}
