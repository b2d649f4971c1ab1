package org.openedx.devdata.service.lms.state.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.service.lms.state.BlockCheck;
import org.openedx.devdata.service.lms.state.KnownBlocks;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.StateCheck;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of {@code student_modules} beyond their form. Not thread-safe. */
public final class StudentModuleChecks {

  private final Problems problems;
  private final BlockCheck blocks;

  StudentModuleChecks(Problems problems) {
    this.problems = problems;
    this.blocks = new BlockCheck(problems);
  }

  void check(SpecRecord record) {
    Optional<BlockPlace> place = blocks.known(record).map(KnownBlocks.Known::place);
    String type = record.text("module_type").or(() -> place.map(BlockPlace::moduleType)).orElse("");
    List<SpecRecord> saves = new ArrayList<>(record.records("versions"));
    saves.add(record);
    saves.forEach(save -> checkState(save, type));
    checkOrder(saves);
    ScoreCheck.check(saves, problems);
    if (place.isPresent() && record.has("versions") && !type.equals("problem")) {
      problems.add(
          record.positionOf("versions"),
          "a block of type '" + type + "' has no versions, only problems do; leave them out");
    }
  }

  /** Checks that stored state is not NULL later: the platform only empties it. */
  private void checkOrder(List<SpecRecord> saves) {
    boolean stored = false;
    for (SpecRecord save : saves) {
      boolean isNull = save.raw("state") == SpecRecord.NULL;
      if (stored && isNull) {
        problems.add(
            save.positionOf("state"),
            "a state that was stored before never becomes null; write {} for one that was deleted");
      }
      stored |= save.has("state") && !isNull;
    }
  }

  private void checkState(SpecRecord record, String type) {
    Optional<JsonNode> state = record.get("state", JsonNode.class);
    if (state.isEmpty()) {
      return;
    }
    if (!(state.get() instanceof ObjectNode object)) {
      problems.add(
          record.positionOf("state"),
          "a state must be a mapping from field to value, not " + shown(state.get()));
      return;
    }
    try {
      StateCheck.check(object);
    } catch (UserStateException.InvalidState e) {
      problems.add(record.positionOf("state"), e.getMessage());
    }
    BlockFields.problemsOf(type, object)
        .forEach(problem -> problems.add(record.positionOf("state"), problem));
  }

  public static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
