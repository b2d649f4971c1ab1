package org.openedx.devdata.xapi.model.allot;

import java.util.Optional;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.TypeFamily;

/** A thing that a visit must have for statements of some types; the rarest comes first. */
public enum Need {
  /** Problems that only this visit answers. */
  SITTING(null),
  PROBLEMS(TypeFamily.PROBLEM),
  VIDEOS(TypeFamily.VIDEO),
  FORUM(TypeFamily.FORUM),
  NOTHING(null);

  private static final Need[] ALL = values();

  private final TypeFamily family;

  Need(TypeFamily family) {
    this.family = family;
  }

  /** The family of types that ask for it, when it is one of the course. */
  public Optional<TypeFamily> family() {
    return Optional.ofNullable(family);
  }

  /** Returns whether a type asks for it, if it asks for nothing that comes before. */
  public boolean of(StatementType type) {
    return switch (this) {
      case SITTING -> answers(type) || type == StatementType.BROWSER_PROBLEM_CHECK;
      case NOTHING -> true;
      default -> type.family() == family;
    };
  }

  /** Returns whether every visit of a course has it. */
  public boolean isMetBy(Outline outline) {
    return switch (this) {
      case SITTING -> false;
      case PROBLEMS -> outline.count(BlockType.PROBLEM) > 0;
      case VIDEOS -> outline.count(BlockType.VIDEO) > 0;
      case FORUM -> outline.forumPosts() > 0;
      case NOTHING -> true;
    };
  }

  /** Returns whether a statement of a type says how an answer was marked. */
  static boolean answers(StatementType type) {
    return switch (type) {
      case SERVER_PROBLEM_CHECK,
          SERVER_PROBLEM_CHECK_UNTYPED,
          PROBLEM_SUBMITTED,
          MULTI_QUESTION_PROBLEM_CHECK,
          QUESTION_CHECK ->
          true;
      default -> false;
    };
  }

  /** Returns whether a type is of sittings, but does not stand together with others. */
  static boolean isAlone(StatementType type) {
    return SITTING.of(type)
        && type != StatementType.MULTI_QUESTION_PROBLEM_CHECK
        && type != StatementType.QUESTION_CHECK;
  }

  /** Returns whether a statement of a type can be made in any visit, and alone. */
  static boolean isFree(StatementType type, VisitPositions visits) {
    return switch (type) {
      case FIRST_TIME_PASSED, NOW_PASSED, NOW_FAILED, REGISTERED, UNREGISTERED -> false;
      default -> {
        int need = 0;
        while (!ALL[need].of(type)) {
          need++;
        }
        yield ALL[need] == NOTHING || visits.allHave(ALL[need]);
      }
    };
  }
}
