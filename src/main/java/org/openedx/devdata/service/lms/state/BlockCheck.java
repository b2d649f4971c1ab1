package org.openedx.devdata.service.lms.state;

import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of the blocks that records of learner state name. Not thread-safe. */
public final class BlockCheck {

  private final Problems problems;
  private final KnownBlocks blocks = new KnownBlocks();

  public BlockCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Refuses a block of another type.
   *
   * @param rule for the message: where what the record says is kept
   */
  public void checkType(SpecRecord record, String rule, Set<String> types) {
    known(record)
        .map(known -> known.place().moduleType())
        .filter(type -> !types.contains(type))
        .ifPresent(
            type ->
                problems.add(
                    record.positionOf("block"), rule + ", not '" + type + "'; correct the key"));
  }

  /** The record's block; empty when it has none that can be used, which is then reported. */
  public Optional<KnownBlocks.Known> known(SpecRecord record) {
    boolean required = record.kind().fields().get(record.kind().indexOf("block")).required();
    if (required && !record.has("block")) {
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
