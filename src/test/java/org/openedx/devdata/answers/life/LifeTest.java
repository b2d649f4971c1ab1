package org.openedx.devdata.answers.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.xapi.model.Worlds;

/** What lives have in common, whatever a judge counts. */
class LifeTest {

  @Test
  void nothingIsDoneThatIsNotThere() {
    Lives lives = new Lives(Worlds.small(3), HabitReader.of("campus", Optional.empty()).habits());
    LifeSimulation simulation = lives.simulation(0);
    RunFacts run = new RunFacts(lives, simulation.shape());
    Life life = new Life(run, simulation);
    int[] done = new int[run.shape().sequentials()];
    int[] really = new int[done.length];
    long truth = 0;
    for (int place = 0; place < run.shape().run().roster().size(); place++) {
      life.turnTo(place);
      assertThat(life.standing().hasEnrolled()).isTrue();
      for (Metric metric : Metric.values()) {
        life.countDone(metric, done);
        life.countReally(metric, really);
        for (int i = 0; i < done.length; i++) {
          assertThat(done[i]).isBetween(0, metric.total(run, i));
          assertThat(really[i]).isBetween(0, metric.total(run, i));
        }
        truth += Arrays.stream(really).sum();
      }
      watched(life);
    }
    assertThat(truth).isPositive();
  }

  private static void watched(Life life) {
    Views views = new Views();
    for (int video : life.watched().videos()) {
      life.watched().played(video, views);
      int end = life.run().shape().length(video) / 1_000;
      assertThat(end(views)).isLessThanOrEqualTo(end);
      assertThat(views.distinct()).isLessThanOrEqualTo(Math.min(end, views.seconds()));
      life.watched().shown(video, views);
      assertThat(end(views)).isLessThanOrEqualTo(end + 1);
    }
  }

  /** The last second of which there are views; 0 without any. */
  private static int end(Views views) {
    assertThat(views.steps() == 0 ? 0 : views.of(views.steps() - 1)).isZero();
    return views.steps() == 0 ? 0 : views.from(views.steps() - 1) - 1;
  }
}
