package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 1000})
  void partsFollowEachOtherWithoutGap(int blocks) {
    int next = 0;
    for (int part = 1; part <= 8; part++) {
      Slice slice = new Slice(part, 8);
      assertThat(slice.from(blocks)).isEqualTo(next);
      next = slice.to(blocks);
    }
    assertThat(next).isEqualTo(blocks);
  }

  @Test
  void readsWhatItPrints() {
    assertThat(Slice.parse("3/8").map(Slice::toString)).hasValue("3/8");
    assertThat(Slice.parse("3/8").map(Slice::mark)).hasValue("-3of8");
    assertThat(Slice.marked("-3of8")).hasValue(new Slice(3, 8));
    assertThat(Slice.marked("")).hasValue(Slice.WHOLE);
    assertThat(Slice.marked("-9of8")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/8", "9/8", "3", "3/", "a/b", "-1/2"})
  void refusesWhatIsNoPart(String text) {
    assertThat(Slice.parse(text)).isEmpty();
  }
}
