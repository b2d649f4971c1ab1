package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.random.RandomStream;

class SorterTest {

  private final Sorter sorter = new Sorter();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 64, 1000, 1023, 5000})
  void sortsTheFirstNumbersAndLeavesTheOthers(int count) {
    RandomStream stream = RandomStream.of(count);
    long[] values = new long[count + 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = stream.at(i) % 1000;
    }
    long[] expected = values.clone();
    Arrays.sort(expected, 0, count);
    sorter.sort(values, count);
    assertThat(values).isEqualTo(expected);
  }
}
