package org.openedx.devdata.answers.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void addsLikeAMap() {
    Random random = new Random(1);
    Map<Long, Long> expected = new HashMap<>();
    Cells whole = new Cells(2);
    Cells part = new Cells(2);
    for (int i = 0; i < 5_000; i++) {
      long key = random.nextInt(700) * 0x100000001L;
      (i % 2 == 0 ? whole : part).add(key, 1, i);
      expected.merge(key, (long) i, Long::sum);
    }
    whole.addAll(part);
    Map<Long, Long> found = new HashMap<>();
    long[] last = {-1};
    whole.read(
        (key, figures) -> {
          assertThat(key).isGreaterThan(last[0]);
          assertThat(figures[0]).isZero();
          assertThat(whole.of(key, 1)).isEqualTo(figures[1]);
          last[0] = key;
          found.put(key, figures[1]);
        });
    assertThat(found).isEqualTo(expected);
    assertThat(whole.of(5, 0)).isZero();
  }

  @Test
  void packedNumbersComeBack() {
    long key =
        Packed.with(Packed.with(Packed.with(77, Packed.DAY, 20_500), Packed.ATTEMPT, 9), 1, 1);
    assertThat(Packed.last(key, 1)).isEqualTo(1);
    assertThat(Packed.at(key, 1, Packed.ATTEMPT)).isEqualTo(9);
    assertThat(Packed.at(key, 1 + Packed.ATTEMPT, Packed.DAY)).isEqualTo(20_500);
    assertThat(Packed.at(key, 1 + Packed.ATTEMPT + Packed.DAY, 10)).isEqualTo(77);
  }
}
