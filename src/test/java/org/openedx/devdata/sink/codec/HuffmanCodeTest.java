package org.openedx.devdata.sink.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

  @Test
  void frequentSymbolsHaveShortCodes() {
    HuffmanCode code = new HuffmanCode(4, 15);
    code.build(new int[] {8, 4, 2, 1});
    assertThat(code.lengths).containsExactly(1, 2, 3, 3);
  }

  @Test
  void codesAreCanonicalWithTheirFirstBitLowest() {
    HuffmanCode code = new HuffmanCode(4, 15);
    code.build(new int[] {8, 4, 2, 1});
    assertThat(code.codes).containsExactly(0b0, 0b01, 0b011, 0b111);
  }

  @Test
  void aLoneSymbolHasOneBit() {
    HuffmanCode code = new HuffmanCode(3, 15);
    code.build(new int[] {0, 9, 0});
    assertThat(code.lengths).containsExactly(0, 1, 0);
  }

  @Test
  void noSymbolHasNoCode() {
    HuffmanCode code = new HuffmanCode(3, 15);
    code.build(new int[3]);
    assertThat(code.lengths).containsOnly(0);
  }

  @Test
  void noCodeIsLongerThanAllowedAndAllAreUsed() {
    int[] counts = new int[30];
    counts[0] = 1;
    counts[1] = 1;
    for (int symbol = 2; symbol < counts.length; symbol++) {
      counts[symbol] = counts[symbol - 1] + counts[symbol - 2];
    }
    HuffmanCode code = new HuffmanCode(30, 7);
    code.build(counts);
    int taken = 0;
    for (int length : code.lengths) {
      assertThat(length).isBetween(1, 7);
      taken += 1 << 7 - length;
    }
    assertThat(taken).isEqualTo(1 << 7);
  }

  @Test
  void aCodeOwesNothingToTheOneBefore() {
    HuffmanCode used = new HuffmanCode(4, 15);
    used.build(new int[] {5, 5, 5, 5});
    used.build(new int[] {0, 4, 0, 1});
    HuffmanCode fresh = new HuffmanCode(4, 15);
    fresh.build(new int[] {0, 4, 0, 1});
    assertThat(used.lengths).isEqualTo(fresh.lengths);
    assertThat(used.codes).isEqualTo(fresh.codes);
  }
}
