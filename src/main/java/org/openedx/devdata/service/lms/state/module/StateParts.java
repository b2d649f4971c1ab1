package org.openedx.devdata.service.lms.state.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.opaquekeys.InvalidKeyException;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.plan.kind.FieldValues;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.kind.RecordParts;
import org.openedx.devdata.plan.row.StoredRow;
import org.openedx.devdata.service.lms.state.ModuleTables;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateJson;
import org.openedx.devdata.spec.SpecRecord;

/** Course and versions of stored learner state. Stateless. */
record StateParts(ModuleTables tables) implements RecordParts {

  private static final String MODULE = "student_module_id";

  /** A stored state as a field has it; null when it is damaged. */
  static Object parsed(Object stored) {
    try {
      return StateJson.parseStored((String) stored, "a row");
    } catch (UserStateException.CorruptState e) {
      return null; // Reported as a column that no field says.
    }
  }

  @Override
  public void read(List<RecordDraft> drafts, Reader reader) {
    Map<Object, RecordDraft> problems = new HashMap<>();
    for (RecordDraft draft : drafts) {
      sayCourse(draft);
      if ("problem".equals(draft.row().get("module_type"))) {
        problems.put(draft.row().key(), draft);
      }
    }
    Map<Object, List<StoredRow>> versions = new HashMap<>();
    for (Table table : List.of(tables.extended(), tables.versions())) {
      if (versions.isEmpty()) {
        for (StoredRow version : reader.find(table, MODULE, problems.keySet())) {
          versions.computeIfAbsent(version.get(MODULE), any -> new ArrayList<>()).add(version);
        }
      }
    }
    versions.forEach((key, list) -> sayVersions(problems.get(key), list));
  }

  /** Keys of before 2014 do not name the run. */
  private static void sayCourse(RecordDraft draft) {
    try {
      if (UsageKey.parse((String) draft.row().get("module_id")).lacksRun()) {
        draft.say("course_id", draft.row().get("course_id"));
      }
    } catch (InvalidKeyException e) {
      draft.refuse("module_id is no key of a block");
    }
  }

  /** All but the last one, which is the row itself. */
  private static void sayVersions(RecordDraft draft, List<StoredRow> versions) {
    versions.sort(Comparator.comparing(version -> (Long) version.key()));
    StoredRow last = versions.get(versions.size() - 1);
    boolean isRow =
        List.of("state", "grade", "max_grade").stream()
            .allMatch(column -> Objects.equals(last.get(column), draft.row().get(column)));
    for (StoredRow version : isRow ? versions.subList(0, versions.size() - 1) : versions) {
      Object state = version.get("state") == null ? SpecRecord.NULL : parsed(version.get("state"));
      if (state == null) {
        draft.drop(draft.kind().indexOf("versions"));
        return;
      }
      RecordDraft said = draft.nest("versions", version);
      said.say("state", state instanceof JsonNode node ? node : SpecRecord.NULL);
      said.say("created", FieldValues.time((LocalDateTime) version.get("created")));
      for (String points : List.of("grade", "max_grade")) {
        if (version.get(points) != null) {
          said.say(points, version.get(points));
        }
      }
    }
  }
}
