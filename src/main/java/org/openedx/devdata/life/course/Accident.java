package org.openedx.devdata.life.course;

import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.world.BlockType;

/**
 * Accident of a course's authors. Moments are microseconds since 1970.
 *
 * @param block number of the problem or unit that it is about; 0 for the course
 * @param moment when it happens: with it the course is published, unless it was so from the start
 * @param corrected when a wrong key is corrected, and the course published; {@link #NEVER} for all
 *     else
 * @param sequential to which a unit is moved, else {@link CourseShape#NOWHERE}
 */
public record Accident(Kind kind, int block, long moment, long corrected, int sequential) {

  /** Moment of what does not happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Type of accident. */
  public enum Kind {
    /** Is far too hard. */
    HARD_PROBLEM(BlockType.PROBLEM),
    /** Has a key that takes every answer for wrong. */
    BROKEN_PROBLEM(BlockType.PROBLEM),
    /** Is deleted. */
    DELETED_UNIT(BlockType.VERTICAL),
    /** Is moved to the subsection beside its own. */
    MOVED_UNIT(BlockType.VERTICAL),
    /** Is published again, as it was. */
    PUBLISHED(BlockType.COURSE);

    private final BlockType type;

    Kind(BlockType type) {
      this.type = type;
    }

    /** The type of block that it is about. */
    public BlockType type() {
      return type;
    }

    /** Its name in manifests. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean isFromTheStart() {
      return type == BlockType.PROBLEM;
    }
  }

  /** The moment at which the course is published with it, or without it again; empty for none. */
  public Optional<Long> published() {
    long publish = kind.isFromTheStart() ? corrected : moment;
    return publish == NEVER ? Optional.empty() : Optional.of(publish);
  }
}
