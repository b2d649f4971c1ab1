package org.openedx.devdata.service.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.StateCheck;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** What records of learner state may not say although their form is right. Not thread-safe. */
final class StateChecks {

  private static final Set<String> OUTLINE = Set.of("course", "chapter", "sequential");

  private final StateKinds kinds;
  private final Problems problems;
  private final KnownBlocks blocks = new KnownBlocks();
  private final AttemptChecks attempts;

  StateChecks(StateKinds kinds, Problems problems) {
    this.kinds = kinds;
    this.problems = problems;
    this.attempts = new AttemptChecks(problems);
  }

  void check(ServiceSpec spec) {
    spec.of(kinds.studentModules.name()).forEach(this::checkModule);
    spec.of(kinds.problemAttempts.name()).forEach(this::checkAttempts);
    spec.of(kinds.videoPositions.name()).forEach(this::checkVideo);
    for (SpecRecord record : spec.of(kinds.positions.name())) {
      checkType(record, "positions are kept in a course, chapter or sequential", OUTLINE);
    }
    new StateOnceCheck(kinds, blocks).check(spec, problems);
  }

  private void checkModule(SpecRecord record) {
    Optional<BlockPlace> place = place(record);
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

  /** What was stored once can be emptied, but the platform never makes it NULL again. */
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

  static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private void checkAttempts(SpecRecord record) {
    checkType(record, "attempts are made at blocks of type problem", Set.of("problem"));
    attempts.check(record, known(record).map(KnownBlocks.Known::id));
  }

  private void checkVideo(SpecRecord record) {
    checkType(record, "video positions are kept in blocks of type video", Set.of("video"));
    record
        .text("position")
        .ifPresent(
            text -> {
              try {
                VideoPosition.parse(text);
              } catch (IllegalArgumentException e) {
                problems.add(record.positionOf("position"), e.getMessage());
              }
            });
  }

  private void checkType(SpecRecord record, String rule, Set<String> types) {
    place(record)
        .filter(place -> !types.contains(place.moduleType()))
        .ifPresent(
            place ->
                problems.add(
                    record.positionOf("block"),
                    rule + ", not '" + place.moduleType() + "'; correct the key"));
  }

  private Optional<BlockPlace> place(SpecRecord record) {
    return known(record).map(KnownBlocks.Known::place);
  }

  /** The record's block; empty when it has none to speak of, which was then reported. */
  private Optional<KnownBlocks.Known> known(SpecRecord record) {
    if (!record.has("block") && record.kind() != kinds.positions) {
      return Optional.empty();
    }
    try {
      return Optional.of(blocks.of(record));
    } catch (IllegalArgumentException | UserStateException.InvalidState e) {
      problems.add(record.positionOf("block"), e.getMessage());
      return Optional.empty();
    }
  }
}
