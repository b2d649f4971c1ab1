package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.TypeFamily;

/** Frames of the mix model: their statements, their order, their times. */
class MixModelTest extends SmallMix {

  @Test
  void makesOneEnrolmentForEachLearnerAndTheRandomStatements() {
    assertThat(model.statements()).isEqualTo(WORLD.enrolments() + RANDOM);
  }

  @Test
  void everyFrameHasTheStatementsThatItsOrdinalsSay() {
    int[] sizes = new int[model.frames()];
    visitAll((frame, data) -> sizes[frame]++);
    assertThat(sizes.length).isGreaterThan(10);
    for (int frame = 0; frame < sizes.length; frame++) {
      assertThat((long) sizes[frame])
          .as("frame %d", frame)
          .isEqualTo(model.firstOrdinal(frame + 1) - model.firstOrdinal(frame));
    }
  }

  @Test
  void framesFollowEachOtherInTime() {
    long[] first = new long[model.frames()];
    long[] last = new long[model.frames()];
    java.util.Arrays.fill(first, Long.MAX_VALUE);
    visitAll(
        (frame, data) -> {
          first[frame] = Math.min(first[frame], data.micros);
          last[frame] = Math.max(last[frame], data.micros);
        });
    for (int frame = 1; frame < first.length; frame++) {
      assertThat(first[frame]).as("frame %d", frame).isGreaterThan(last[frame - 1]);
    }
  }

  @Test
  void statementsLieWithinTheirRun() {
    visitAll(
        (frame, data) -> {
          CourseRun run = WORLD.runs().get(data.courseIndex);
          assertThat(data.micros).isBetween(run.startDay() * Rhythm.DAY, run.endDay() * Rhythm.DAY);
        });
  }

  @Test
  void framesCanBeReadInAnyOrder() {
    FrameReader forwards = model.reader();
    FrameReader backwards = model.reader();
    StatementData one = new StatementData();
    StatementData other = new StatementData();
    backwards.open(9);
    backwards.next(other);
    for (int frame : new int[] {5, 0, 4}) {
      forwards.open(frame);
      backwards.open(frame);
      while (forwards.next(one)) {
        assertThat(backwards.next(other)).isTrue();
        assertThat(other.micros).isEqualTo(one.micros);
        assertThat(other.type).isEqualTo(one.type);
        assertThat(other.accountLow).isEqualTo(one.accountLow);
        if (one.type.family() != TypeFamily.COURSE) {
          // What is about the course keeps the block of a statement before.
          assertThat(other.blockLow).isEqualTo(one.blockLow);
        }
      }
      assertThat(backwards.next(other)).isFalse();
    }
  }
}
