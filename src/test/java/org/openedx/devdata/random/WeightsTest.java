package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final double[] WEIGHTS = {0, 1, 2, 0.5, 0, 10, 1e-3, 3};

  private final RandomStream stream = RandomStream.of(3).derive("weights");

  @Test
  void aliasTableKeepsTheWeights() {
    AliasTable table = AliasTable.of(WEIGHTS);
    long[] counts = new long[WEIGHTS.length];
    for (int n = 0; n < 2_000_000; n++) {
      counts[table.pick(stream.at(n))]++;
    }

    assertThat(ChiSquare.deviations(counts, expected(2_000_000))).isBetween(-4.0, 4.0);
    assertThat(counts[0]).isZero();
    assertThat(counts[4]).isZero();
  }

  @Test
  void cumulativeTableKeepsTheWeights() {
    CumulativeTable table = CumulativeTable.of(WEIGHTS);
    long[] counts = new long[WEIGHTS.length];
    for (int n = 0; n < 2_000_000; n++) {
      counts[table.pick(Draw.unit(stream.at(n)))]++;
    }

    assertThat(ChiSquare.deviations(counts, expected(2_000_000))).isBetween(-4.0, 4.0);
  }

  @Test
  void cumulativeTableNeverPicksAWeightOfZero() {
    CumulativeTable table = CumulativeTable.of(0, 1, 0, 1, 0);

    assertThat(table.pick(0)).isEqualTo(1);
    assertThat(table.pick(0.5)).isEqualTo(3);
    assertThat(table.pick(1 - 0x1.0p-53)).isEqualTo(3);
  }

  @Test
  void stratifiedPicksGiveExactShares() {
    CumulativeTable table = CumulativeTable.of(70, 20, 10);
    Stratified strata = Stratified.of(100, stream.at(0));
    long[] counts = new long[3];
    for (int member = 0; member < 100; member++) {
      counts[table.pick(strata.at(member, stream.at(member, 1)))]++;
    }

    assertThat(counts).containsExactly(70, 20, 10);
  }

  @Test
  void singleWeightIsAlwaysPicked() {
    assertThat(AliasTable.of(5).pick(-1)).isZero();
    assertThat(CumulativeTable.of(5).pick(0.99)).isZero();
  }

  @Test
  void valuesArePickedByTheirWeights() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("never", 0);
    weights.put("often", 9);
    weights.put("seldom", 1);
    Weighted<String> weighted = Weighted.of(weights);
    long[] counts = new long[3];
    for (int n = 0; n < 100_000; n++) {
      counts[weighted.values().indexOf(weighted.pick(stream.at(n)))]++;
    }

    assertThat(ChiSquare.deviations(counts, new double[] {0, 90_000, 10_000})).isLessThan(4);
  }

  @Test
  void weightsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> AliasTable.of(1, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> AliasTable.of(0, 0)).hasMessageContaining("positive");
    assertThatThrownBy(AliasTable::of).hasMessageContaining("positive");
    assertThatThrownBy(() -> CumulativeTable.of(Double.NaN)).hasMessageContaining("NaN");
  }

  private static double[] expected(int draws) {
    double total = Arrays.stream(WEIGHTS).sum();
    return Arrays.stream(WEIGHTS).map(weight -> weight / total * draws).toArray();
  }
}
