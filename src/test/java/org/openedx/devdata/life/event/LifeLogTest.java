package org.openedx.devdata.life.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;

class LifeLogTest {

  @Test
  void keepsTheSessionsThatBeginInTheSpanToTheirEnd() {
    LifeLog log = new LifeLog();
    log.open(1_000, 2_000);
    log.begin(999, 9_000, 1);
    log.add(1_500, EventType.PLAYED, 1);
    log.begin(1_999, 2_100, 2);
    log.add(2_050, EventType.PLAYED, 2);
    log.add(2_100, EventType.PLAYED, 3);
    log.begin(2_000, 9_000, 3);
    log.add(2_000, EventType.PLAYED, 4);
    log.arrange(new MomentGrid(0, 1));
    assertThat(log.count()).isEqualTo(1);
    assertThat(log.block(0)).isEqualTo(2);
    assertThat(log.session(0)).isEqualTo(2);
  }

  @Test
  void noTwoMomentsOfTwoRunsAreTheSameAndOrderIsThatOfTime() {
    RandomStream stream = RandomStream.of(8);
    int runs = 7;
    List<Long> moments = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      LifeLog log = new LifeLog();
      log.open(0, 1L << 40);
      for (int i = 0; i < 3_000; i++) {
        long bits = stream.at(run * 10_000L + i);
        log.begin(0, 1L << 40, 1);
        EventType type =
            Draw.chance(Draw.of(bits, 0), 0.3) ? EventType.THREAD_VIEWED : EventType.NEXT;
        log.add(Draw.below(bits, 30_000), type, i);
      }
      log.arrange(new MomentGrid(run, runs));
      assertThat(log.count()).isEqualTo(3_000);
      for (int i = 0; i < log.count(); i++) {
        assertThat(log.micros(i) % runs).isEqualTo(run);
        assertThat(i == 0 || log.micros(i - 1) < log.micros(i)).isTrue();
        moments.add(log.micros(i));
      }
    }
    assertThat(moments).doesNotHaveDuplicates();
  }

  @Test
  void everyTypeFitsIntoAByteAndSaysWhetherItIsOfTheForum() {
    assertThat(EventType.values()).hasSizeLessThan(128);
    assertThat(EventType.COMMENT_CREATED.isOfForum()).isTrue();
    assertThat(EventType.EXAM_BEGUN.isOfForum()).isFalse();
    assertThat(EventType.NOW_FAILED.isOfForum()).isFalse();
  }
}
