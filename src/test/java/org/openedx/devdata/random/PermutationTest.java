package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 255, 256, 257, 1000, 65_537})
  void everyNumberStandsInOnePlace(int size) {
    Permutation order = new Permutation(size, 12345);
    BitSet seen = new BitSet(size);
    long wrong = 0;
    for (int index = 0; index < size; index++) {
      long number = order.at(index);
      wrong += order.indexOf(number) == index ? 0 : 1;
      seen.set((int) number);
    }

    assertThat(wrong).isZero();
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 40, (1L << 50) + 1, Long.MAX_VALUE})
  void hugeOrdersTakeNoMemory(long size) {
    Permutation order = new Permutation(size, 99);

    for (long index : new long[] {0, 1, size / 2, size - 1}) {
      assertThat(order.indexOf(order.at(index))).isEqualTo(index);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void everyOrderOfAFewNumbersIsEquallyLikely(int size) {
    Map<String, Long> counts = new HashMap<>();
    RandomStream keys = RandomStream.of(5);
    for (int n = 0; n < 24_000; n++) {
      Permutation order = new Permutation(size, keys.at(n));
      StringBuilder text = new StringBuilder();
      for (int index = 0; index < size; index++) {
        text.append(order.at(index));
      }
      counts.merge(text.toString(), 1L, Long::sum);
    }

    long[] found = counts.values().stream().mapToLong(Long::longValue).toArray();
    assertThat(found).hasSize(size == 3 ? 6 : size == 4 ? 24 : 120);
    assertThat(ChiSquare.deviationsFromUniform(found)).isBetween(-4.0, 4.0);
  }

  @Test
  void neighboursAreSpreadEvenly() {
    int size = 100;
    RandomStream keys = RandomStream.of(6);
    long[] counts = new long[size * size];
    double[] expected = new double[size * size];
    for (int n = 0; n < 200_000; n++) {
      Permutation order = new Permutation(size, keys.at(n));
      counts[(int) (order.at(10) * size + order.at(11))]++;
    }
    for (int cell = 0; cell < counts.length; cell++) {
      expected[cell] = cell % (size + 1) == 0 ? 0 : 200_000.0 / (size * (size - 1));
    }

    assertThat(ChiSquare.deviations(counts, expected)).isBetween(-4.0, 4.0);
  }

  @Test
  void placesOutsideAreRefused() {
    Permutation order = new Permutation(10, 1);

    assertThatThrownBy(() -> order.at(10)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> order.indexOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Permutation(0, 1)).hasMessageContaining("at least 1");
  }
}
