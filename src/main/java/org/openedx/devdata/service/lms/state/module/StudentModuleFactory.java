package org.openedx.devdata.service.lms.state.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.lms.state.LearnerState;
import org.openedx.devdata.service.lms.state.StateComparison;
import org.openedx.devdata.service.lms.state.StateRows;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;

/** Rows of learner state, with the versions of problems. */
public final class StudentModuleFactory implements RecordFactory {

  private final ServiceRun run;
  private final LocalDateTime now;
  private final StateRows rows;
  private final ColumnMapping columns;

  StudentModuleFactory(ServiceRun run, Kind kind, Table modules) {
    this.run = run;
    this.now = run.nowUtc();
    this.rows = StateRows.of(run);
    this.columns = ColumnMapping.of(kind, modules, Set.of("module_id", "course_id", "state"));
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    Row row = rows.declare(record, batch);
    columns.copy(record, row, run.now());
    if (record.has("state")) {
      row.set("state", text(record), StateComparison.WHOLE);
    }
    row.fill("modified", now);
    LocalDateTime modified = (LocalDateTime) row.value("modified");
    List<LearnerState.Version> earlier = earlier(record, modified);
    if (!earlier.isEmpty()) {
      LearnerState.Version before = earlier.get(earlier.size() - 1);
      row.fill("state", before.state());
      row.fill("grade", before.grade());
      row.fill("max_grade", before.maxGrade());
    }
    row.fill("created", earlier.isEmpty() ? modified : earlier.get(0).saved());
    rows.addVersions(
        record, row, new LearnerState(earlier, StateComparison.WHOLE, isTimed(record)), batch);
  }

  private static String text(SpecRecord record) {
    return record.get("state", JsonNode.class).map(StateJson::write).orElse(null);
  }

  /** The versions that the record gives; a time that it does not give lies before the next one. */
  private List<LearnerState.Version> earlier(SpecRecord record, LocalDateTime modified) {
    List<LearnerState.Version> versions = new ArrayList<>();
    LocalDateTime saved = modified;
    List<SpecRecord> earlier = record.records("versions");
    for (int i = earlier.size() - 1; i >= 0; i--) {
      SpecRecord version = earlier.get(i);
      Optional<TimeExpression> at = version.time("created");
      saved = at.isPresent() ? ColumnValues.utc(at.get().at(run.now())) : saved.minusMinutes(1);
      versions.add(
          new LearnerState.Version(
              text(version),
              version.get("grade", Double.class).orElse(null),
              version.get("max_grade", Double.class).orElse(null),
              saved));
    }
    Collections.reverse(versions);
    return versions;
  }

  private static boolean isTimed(SpecRecord record) {
    return isFixed(record, "modified")
        && record.records("versions").stream().allMatch(version -> isFixed(version, "created"));
  }

  public static boolean isFixed(SpecRecord record, String field) {
    return record.time(field).filter(time -> !time.relative()).isPresent();
  }
}
