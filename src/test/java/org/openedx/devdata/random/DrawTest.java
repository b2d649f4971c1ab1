package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {

  private static final int DRAWS = 300_000;

  private final RandomStream stream = RandomStream.of(1).derive("draws");

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10, 100, 1000})
  void everyNumberBelowTheBoundIsEquallyLikely(int bound) {
    long[] counts = new long[bound];
    for (int n = 0; n < DRAWS; n++) {
      counts[Draw.below(stream.at(n), bound)]++;
    }

    assertThat(ChiSquare.deviationsFromUniform(counts)).isBetween(-4.0, 4.0);
  }

  @Test
  void hugeBoundHasNoBias() {
    // With plain scaling of 64 bits every third number would come up twice as often.
    long bound = Long.MAX_VALUE / 4 * 3;
    long[] counts = new long[3];
    for (int n = 0; n < DRAWS; n++) {
      counts[(int) (Draw.below(stream.at(n), bound) % 3)]++;
    }

    assertThat(ChiSquare.deviationsFromUniform(counts)).isBetween(-4.0, 4.0);
  }

  @Test
  void smallestAndLargestBitsStayWithinTheBound() {
    for (long bound : new long[] {1, 2, 3, 1000, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      for (long bits : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        assertThat(Draw.below(bits, bound)).isBetween(0L, bound - 1);
      }
    }
  }

  @Test
  void boundOfOneAlwaysGivesZero() {
    assertThat(Draw.below(stream.at(0), 1)).isZero();
  }

  @Test
  void boundMustBePositive() {
    assertThatThrownBy(() -> Draw.below(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive, not 0");
  }

  @Test
  void rangeIncludesBothEnds() {
    long[] counts = new long[3];
    for (int n = 0; n < 1000; n++) {
      counts[(int) Draw.between(stream.at(n), -1, 1) + 1]++;
    }

    assertThat(counts).doesNotContain(0L);
    assertThatThrownBy(() -> Draw.between(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unitLiesBelowOneAndOpenUnitAboveZero() {
    assertThat(Draw.unit(-1)).isEqualTo(1 - 0x1.0p-53);
    assertThat(Draw.unit(0)).isZero();
    assertThat(Draw.openUnit(-1)).isLessThan(1);
    assertThat(Draw.openUnit(0)).isGreaterThan(0);
  }

  @Test
  void chanceHasItsProbability() {
    int hits = 0;
    for (int n = 0; n < DRAWS; n++) {
      hits += Draw.chance(stream.at(n), 0.3) ? 1 : 0;
      assertThat(Draw.chance(stream.at(n), 0)).isFalse();
      assertThat(Draw.chance(stream.at(n), 1)).isTrue();
    }

    assertThat(ChiSquare.deviations(new long[] {hits, DRAWS - hits}, new double[] {90e3, 210e3}))
        .isLessThan(4);
  }
}
