package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.jdbc.clickhouse.BlockOutputStream;

class BlockCodecTest {

  private static byte[] sample(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 >> 5);
    }
    return bytes;
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlockOutputStream blocks = new BlockOutputStream(out)) {
      blocks.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    return new BlockInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  @Test
  void whatIsPackedOverSeveralBlocksComesBack() throws IOException {
    byte[] bytes = sample(3_000_001);
    byte[] frames = packed(bytes);
    assertThat(frames.length).isLessThan(bytes.length);
    assertThat(unpacked(frames)).isEqualTo(bytes);
  }

  @Test
  void oneChangedByteIsNoticed() throws IOException {
    byte[] frames = packed(sample(1000));
    frames[30] ^= 1;
    assertThatThrownBy(() -> unpacked(frames))
        .isInstanceOfSatisfying(ChdbException.class, e -> assertThat(e.code()).isEqualTo(40));
  }

  @Test
  void endInsideABlockIsNoEnd() throws IOException {
    byte[] frames = packed(sample(1000));
    assertThatThrownBy(() -> unpacked(Arrays.copyOf(frames, frames.length - 1)))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> unpacked(Arrays.copyOf(frames, 20))).isInstanceOf(EOFException.class);
  }

  @Test
  void absurdLengthIsRefusedBeforeMemoryIsTaken() {
    byte[] head = new byte[25];
    head[16] = (byte) 0x82;
    Arrays.fill(head, 17, 21, (byte) 0x7f);
    assertThatThrownBy(() -> unpacked(head))
        .isInstanceOf(ChdbException.class)
        .hasMessageContaining("Too large");
  }
}
