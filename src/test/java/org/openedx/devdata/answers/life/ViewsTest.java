package org.openedx.devdata.answers.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

  private static final int SECONDS = 60;

  /** Against counting each second of each stretch. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 20, 60})
  void areTheNumbersOfStretchesOfEachSecond(int stretches) {
    Random random = new Random(stretches);
    Views views = new Views();
    for (int round = 0; round < 200; round++) {
      int[] expected = new int[SECONDS + 1];
      views.clear();
      for (int i = 0; i < stretches; i++) {
        int after = random.nextInt(SECONDS);
        int to = after + 1 + random.nextInt(SECONDS - after);
        views.add(after, to);
        for (int second = after + 1; second <= to; second++) {
          expected[second]++;
        }
      }
      views.sum();
      assertThat(seconds(views)).isEqualTo(expected);
      assertThat(views.seconds()).isEqualTo(Arrays.stream(expected).sum());
      assertThat(views.distinct()).isEqualTo(Arrays.stream(expected).filter(n -> n > 0).count());
      assertThat(views.greatest()).isEqualTo(Arrays.stream(expected).max().orElseThrow());
    }
  }

  private static int[] seconds(Views views) {
    int[] seconds = new int[SECONDS + 1];
    for (int step = 0; step < views.steps(); step++) {
      int next = step + 1 < views.steps() ? views.from(step + 1) : SECONDS + 1;
      Arrays.fill(seconds, Math.min(SECONDS + 1, views.from(step)), next, views.of(step));
    }
    return seconds;
  }
}
