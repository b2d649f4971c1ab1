package org.openedx.devdata.xapi.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.TypeFamily;

/**
 * Counts what no course of events could have made: a stream that contradicts itself breaks reports.
 * Is shown each statement in the order of the stream, in which a learner's are in order of time.
 */
public final class Contradictions {

  /** One learner and one block of one course. */
  private record Pair(long account, int course, long block) {}

  /** What is known of a learner's answers to a problem. */
  private static final class Answers {
    final Set<Integer> attempts = new HashSet<>();
    int last;
    boolean right;
  }

  private final Map<Pair, Answers> answered = new HashMap<>();
  private final Set<Pair> played = new HashSet<>();
  private final Set<Pair> passed = new HashSet<>();

  public long answers;
  public long completions;
  long repeated;
  long backwards;
  long afterRight;
  long gaps;
  long unplayed;
  long confused;
  long passedAgain;

  /** What has been said of each attempt at an exam, by its code. */
  private final Map<Long, Sitting> exams = new HashMap<>();

  /** One attempt at an exam, and the statements about it. */
  private record Sitting(
      long account, int course, long block, int number, Set<StatementType> said) {}

  void see(StatementData data) {
    switch (data.type) {
      case SERVER_PROBLEM_CHECK, SERVER_PROBLEM_CHECK_UNTYPED, MULTI_QUESTION_PROBLEM_CHECK ->
          answer(data);
      case PLAYED_VIDEO -> played.add(pair(data));
      case PAUSED_VIDEO, STOPPED_VIDEO, POSITION_CHANGED_VIDEO ->
          unplayed += played.contains(pair(data)) ? 0 : 1;
      case COMPLETED_VIDEO -> {
        completions++;
        unplayed += played.contains(pair(data)) ? 0 : 1;
      }
      case FIRST_TIME_PASSED ->
          passedAgain += passed.add(new Pair(data.accountLow, data.courseIndex, 0)) ? 0 : 1;
      default -> {
        if (data.type.family() == TypeFamily.EXAM) {
          exam(data);
        }
      }
    }
  }

  private void answer(StatementData data) {
    Answers before = answered.computeIfAbsent(pair(data), some -> new Answers());
    answers++;
    repeated += before.attempts.add(data.number) ? 0 : 1;
    backwards += data.number < before.last ? 1 : 0;
    gaps += data.number > before.last + 1 ? 1 : 0;
    afterRight += before.right ? 1 : 0;
    before.last = data.number;
    // Of several questions the statement says whether the first was answered rightly.
    boolean several = data.type == StatementType.MULTI_QUESTION_PROBLEM_CHECK;
    before.right |= !several && data.success || data.raw == data.max;
  }

  /** An attempt is one learner's at one exam, and each is begun and handed in once. */
  private void exam(StatementData data) {
    Sitting now =
        new Sitting(
            data.accountLow, data.courseIndex, data.blockLow, data.otherNumber, new HashSet<>());
    Sitting before = exams.computeIfAbsent(data.referenceLow, code -> now);
    boolean another =
        before.account != now.account
            || before.course != now.course
            || before.block != now.block
            || before.number != now.number;
    boolean handedInBefore =
        before.said.stream().anyMatch(type -> type.name().endsWith("SUBMITTED"));
    confused += another || handedInBefore || !before.said.add(data.type) ? 1 : 0;
    confused += data.startedMicros < data.finishedMicros ? 0 : 1;
  }

  private static Pair pair(StatementData data) {
    return new Pair(data.accountLow, data.courseIndex, data.blockLow);
  }

  /** All that was found in a model's stream. */
  public static Contradictions of(EventModel model) {
    Contradictions found = new Contradictions();
    EveryStatement.of(model, (frame, data) -> found.see(data));
    return found;
  }

  /** What there must be none of, by name. */
  public Map<String, Long> counts() {
    return Map.of(
        "an attempt's number twice", repeated,
        "attempts that go back", backwards,
        "attempts that skip a number", gaps,
        "answers after a right one", afterRight,
        "completed, paused or left videos that were not played", unplayed,
        "courses that are passed for the first time twice", passedAgain,
        "attempts at exams that are reported in two ways", confused);
  }

  @Override
  public String toString() {
    return counts() + " of " + answers + " answers, " + completions + " completions";
  }

  /** Number of first passes. */
  long firstPasses() {
    return passed.size();
  }

  static boolean isAnswer(StatementType type) {
    return type == StatementType.SERVER_PROBLEM_CHECK
        || type == StatementType.SERVER_PROBLEM_CHECK_UNTYPED
        || type == StatementType.MULTI_QUESTION_PROBLEM_CHECK;
  }
}
