package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputBytesTest {

  @Test
  void roomIsWidenedBeforeWhatFollows() {
    OutputBytes out = new OutputBytes(8);
    out.put("<room>tail");

    out.shift(6, 3);

    assertThat(out.toString()).startsWith("<room>").endsWith("tail").hasSize(13);
  }

  @Test
  void roomIsNarrowedBeforeWhatFollows() {
    OutputBytes out = new OutputBytes(8);
    out.put("<room>tail");

    out.shift(6, -2);

    assertThat(out).hasToString("<rootail");
  }
}
