package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

  private final RandomStream stream = RandomStream.of(42).derive("events");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE})
  void rootIsTheSplitMixGeneratorOfTheJdk(long seed) {
    SplittableRandom reference = new SplittableRandom(seed);
    RandomStream root = RandomStream.of(seed);

    for (int ordinal = 0; ordinal < 1000; ordinal++) {
      assertThat(root.at(ordinal)).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void splitMixGivesItsPublishedFirstNumbers() {
    RandomStream root = RandomStream.of(1234567);

    assertThat(LongStream.range(0, 3).map(root::at).mapToObj(Long::toUnsignedString))
        .containsExactly("6457827717110365317", "3203168211198807973", "9817491932198370423");
  }

  @Test
  void valuesNeverChange() {
    RandomStream named = RandomStream.of(1).derive("users");
    RandomStream numbered = RandomStream.of(1).derive(7);

    assertThat(named.at(0)).isEqualTo(175467528368985823L);
    assertThat(named.at(1_000_000_007L)).isEqualTo(-5070940755638295241L);
    assertThat(named.at(5, 3)).isEqualTo(5487215531446077426L);
    assertThat(named.at("jane_doe")).isEqualTo(-3120311547012419796L);
    assertThat(numbered.at(0)).isEqualTo(1491194780310004625L);
  }

  @Test
  void slicesMadeOnAnyThreadInAnyOrderEqualTheWhole() {
    long[] whole = LongStream.range(0, 100_000).map(n -> stream.at(n, 2)).toArray();
    long[] slices = new long[whole.length];

    IntStream.range(0, 100)
        .parallel()
        .map(slice -> 99 - slice)
        .forEach(
            slice -> {
              for (int n = slice * 1000; n < (slice + 1) * 1000; n++) {
                slices[n] = RandomStream.of(42).derive("events").at(n, 2);
              }
            });

    assertThat(slices).isEqualTo(whole);
  }

  @Test
  void differentSeedsNamesAndNumbersGiveDifferentStreams() {
    Set<Long> first = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      RandomStream root = RandomStream.of(seed);
      first.add(root.at(0));
      first.add(root.derive("").at(0));
      first.add(root.derive("a").at(0));
      first.add(root.derive("b").at(0));
      first.add(root.derive("ab").at(0));
      first.add(root.derive("a").derive("b").at(0));
      first.add(root.derive(0).at(0));
      first.add(root.derive(1).at(0));
      first.add(root.at(0, 0));
    }

    assertThat(first).hasSize(900);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 16, 24, 32, 40, 48, 56})
  void everyByteIsUniformOverOrdinals(int shift) {
    long[] counts = new long[256];
    for (int ordinal = 0; ordinal < 1_000_000; ordinal++) {
      counts[(int) (stream.at(ordinal, 1) >>> shift) & 0xff]++;
    }

    assertThat(ChiSquare.deviationsFromUniform(counts)).isBetween(-4.0, 4.0);
  }

  @Test
  void drawsOfOneItemAreIndependent() {
    long[] counts = new long[1 << 12];
    for (int ordinal = 0; ordinal < 1_000_000; ordinal++) {
      long key = stream.at(ordinal);
      int cell = (int) (Draw.of(key, 0) >>> 60);
      cell = cell << 4 | (int) (Draw.of(key, 1) >>> 60);
      cell = cell << 4 | (int) (Draw.of(key, 2) >>> 60);
      counts[cell]++;
    }

    assertThat(ChiSquare.deviationsFromUniform(counts)).isBetween(-4.0, 4.0);
  }

  @Test
  void neighbouringItemsAndStreamsAreIndependent() {
    RandomStream other = RandomStream.of(43).derive("events");
    long[] counts = new long[1 << 12];
    for (int ordinal = 0; ordinal < 1_000_000; ordinal++) {
      int cell = (int) (stream.at(ordinal) >>> 60);
      cell = cell << 4 | (int) (stream.at(ordinal + 1) >>> 60);
      cell = cell << 4 | (int) (other.at(ordinal) >>> 60);
      counts[cell]++;
    }

    assertThat(ChiSquare.deviationsFromUniform(counts)).isBetween(-4.0, 4.0);
  }

  @Test
  void oneBitOfTheOrdinalChangesHalfOfTheBits() {
    long changed = 0;
    for (int ordinal = 0; ordinal < 10_000; ordinal++) {
      for (int bit = 0; bit < 48; bit++) {
        changed += Long.bitCount(stream.at(ordinal) ^ stream.at(ordinal ^ 1L << bit));
      }
    }

    assertThat(changed / 480_000.0).isBetween(31.98, 32.02);
  }

  @Test
  void evenStepIsRefused() {
    assertThatThrownBy(() -> new RandomStream(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd");
  }
}
