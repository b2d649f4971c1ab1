package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.TypeFamily;
import org.openedx.devdata.xapi.Verb;

/** Learners of the mix model: each one does only what can follow what came before. */
class MixLearnersTest extends SmallMix {

  /** One learner in one course. */
  private record Enrolment(long account, int course) {}

  @Test
  void aLearnersStatementsOfACourseStayTogetherInOrderOfTimeWithinAFrame() {
    Map<Enrolment, Integer> seen = new HashMap<>();
    Set<Enrolment> ended = new HashSet<>();
    Enrolment[] current = new Enrolment[1];
    long[] time = new long[1];
    int[] inFrame = {-1};
    visitAll(
        (frame, data) -> {
          if (frame != inFrame[0]) {
            ended.clear();
            current[0] = null;
            inFrame[0] = frame;
          }
          Enrolment enrolment = new Enrolment(data.accountLow, data.courseIndex);
          if (!enrolment.equals(current[0])) {
            assertThat(ended.add(enrolment)).as("comes back in frame %d", frame).isTrue();
            current[0] = enrolment;
            time[0] = 0;
          }
          assertThat(data.micros).isGreaterThan(time[0]);
          time[0] = data.micros;
          seen.merge(enrolment, 1, Integer::sum);
        });
    assertThat(seen).hasSizeGreaterThan(400);
  }

  @Test
  void aLearnerIsRegisteredFirstAndDoesNothingWhileUnregistered() {
    Map<Enrolment, Boolean> registered = new HashMap<>();
    int[] departures = new int[1];
    visitAll(
        (frame, data) -> {
          Enrolment enrolment = new Enrolment(data.accountLow, data.courseIndex);
          if (data.type == StatementType.REGISTERED) {
            registered.put(enrolment, true);
            return;
          }
          assertThat(registered.get(enrolment)).as("%s at %d", data.type, data.micros).isTrue();
          if (data.type == StatementType.UNREGISTERED) {
            departures[0]++;
            registered.put(enrolment, false);
          }
        });
    assertThat(departures[0]).isCloseTo((int) (RANDOM * 0.00146), within(2));
    assertThat(registered).hasSize((int) WORLD.enrolments()).containsValue(false);
  }

  @Test
  void theModeOfAnEnrolmentStays() {
    Map<Enrolment, JsonText> modes = new HashMap<>();
    visitAll(
        (frame, data) -> {
          if (data.type == StatementType.REGISTERED || data.type == StatementType.UNREGISTERED) {
            JsonText before =
                modes.put(new Enrolment(data.accountLow, data.courseIndex), data.text);
            assertThat(before == null || before == data.text).isTrue();
          }
        });
    assertThat(new HashSet<>(modes.values())).hasSizeGreaterThan(1);
  }

  /** What the id of a statement is made from. */
  private record Identity(long account, Verb verb, long micros) {}

  @Test
  void noTwoStatementsOfALearnerShareVerbAndMicrosecond() {
    Set<Identity> identities = new HashSet<>();
    visitAll(
        (frame, data) ->
            assertThat(identities.add(new Identity(data.accountLow, data.type.verb(), data.micros)))
                .isTrue());
  }

  @Test
  void gradesOnlyRiseAndAgreeWithTheirClassAndWithPassing() {
    Map<Enrolment, Integer> grades = new HashMap<>();
    int[] passes = new int[1];
    visitAll(
        (frame, data) -> {
          Enrolment enrolment = new Enrolment(data.accountLow, data.courseIndex);
          if (data.type == StatementType.COURSE_GRADE_CALCULATED) {
            assertThat(data.raw).isBetween(grades.getOrDefault(enrolment, 0), 100);
            assertThat(data.text.value()).isEqualTo(data.raw >= 50 ? "Pass" : "Fail");
            grades.put(enrolment, data.raw);
          } else if (data.type == StatementType.FIRST_TIME_PASSED) {
            assertThat(data.raw).isGreaterThanOrEqualTo(50);
            passes[0]++;
          }
        });
    assertThat(passes[0]).isCloseTo((int) (RANDOM * 0.00031), within(4));
  }

  @Test
  void answersAgreeWithTheirScores() {
    visitAll(
        (frame, data) -> {
          if (data.type == StatementType.SERVER_PROBLEM_CHECK) {
            assertThat(data.success).isEqualTo(data.raw == data.max);
            assertThat(data.number).isBetween(1, 32_767);
            assertThat(data.raw).isBetween(0, data.max);
          }
        });
  }

  @Test
  void videosArePausedAfterTheyPlayed() {
    int[] segments = new int[1];
    int[] position = {-1};
    long[] video = new long[1];
    visitAll(
        (frame, data) -> {
          if (data.type.family() == TypeFamily.VIDEO) {
            assertThat(data.position).isBetween(0, data.length);
            boolean pause = data.type == StatementType.PAUSED_VIDEO;
            if (pause && video[0] == data.blockLow && data.position > position[0]) {
              segments[0]++;
            }
            if (data.type == StatementType.PLAYED_VIDEO) {
              position[0] = data.position;
              video[0] = data.blockLow;
            }
          }
        });
    assertThat(segments[0]).isGreaterThan(RANDOM / 40);
  }

  @Test
  void aFewLearnersAreMuchBusierThanTheOthers() {
    Map<Enrolment, Integer> ofLearner = new HashMap<>();
    visitAll(
        (frame, data) ->
            ofLearner.merge(new Enrolment(data.accountLow, data.courseIndex), 1, Integer::sum));
    int busiest = ofLearner.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    double mean = (double) model.statements() / ofLearner.size();
    assertThat(busiest / mean).isGreaterThan(4);
  }
}
