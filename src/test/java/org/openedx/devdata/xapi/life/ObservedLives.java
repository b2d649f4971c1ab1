package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.EveryStatement;

/** Statements of a model by learner and run, each learner's in order of time. */
final class ObservedLives {

  /** What a statement says, as far as statistics ask. */
  record Seen(
      long micros,
      StatementType type,
      long block,
      int number,
      int raw,
      int max,
      boolean success,
      int position,
      int target,
      int length,
      String response) {

    double seconds() {
      return micros / 1e6;
    }
  }

  /** One learner in one run. */
  record Life(CourseRun run, int learner, List<Seen> all) {

    /** All that the learner did: no enrolments, and nothing that a server did alone. */
    List<Seen> acts() {
      return all.stream().filter(seen -> isAct(seen.type())).toList();
    }

    private static boolean isAct(StatementType type) {
      return switch (type) {
        case REGISTERED, UNREGISTERED, NOW_FAILED -> false;
        default -> true;
      };
    }

    boolean has(StatementType type) {
      return all.stream().anyMatch(seen -> seen.type() == type);
    }

    int grade() {
      int grade = 0;
      for (Seen seen : all) {
        grade = seen.type() == StatementType.COURSE_GRADE_CALCULATED ? seen.raw() : grade;
      }
      return grade;
    }
  }

  private ObservedLives() {}

  /** All lives, also those of learners who only enrolled. */
  static List<Life> of(LifeModel model) {
    Map<Long, Integer> learners = new HashMap<>();
    for (int learner = 0; learner < model.world().learners().count(); learner++) {
      learners.put(model.world().learners().accountLow(learner), learner);
    }
    List<Map<Long, List<Seen>>> runs = new ArrayList<>();
    model.world().runs().forEach(run -> runs.add(new HashMap<>()));
    EveryStatement.of(
        model,
        (frame, data) ->
            runs.get(data.courseIndex)
                .computeIfAbsent(data.accountLow, any -> new ArrayList<>())
                .add(seen(data)));
    List<Life> lives = new ArrayList<>();
    for (CourseRun run : model.world().runs()) {
      runs.get(run.index())
          .forEach((account, all) -> lives.add(new Life(run, learners.get(account), all)));
    }
    return lives;
  }

  private static Seen seen(StatementData data) {
    return new Seen(
        data.micros,
        data.type,
        data.blockLow,
        data.number,
        data.raw,
        data.max,
        data.success,
        data.position,
        data.otherPosition,
        data.length,
        isAnswer(data.type) ? data.otherText.value() : "");
  }

  static boolean isAnswer(StatementType type) {
    return type == StatementType.SERVER_PROBLEM_CHECK
        || type == StatementType.MULTI_QUESTION_PROBLEM_CHECK;
  }
}
