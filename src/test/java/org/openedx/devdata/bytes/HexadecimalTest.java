package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexadecimalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "01234567-89ab-cdef-fedc-ba9876543210",
        "9a0f90a9-09f9-af0a-a9a9-f90a0f9a9f0a"
      })
  void writesEveryDigit(String text) {
    UUID uuid = UUID.fromString(text);
    byte[] target = new byte[70];
    Hexadecimal.putUuid(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), target, 1);
    Hexadecimal.put16(uuid.getMostSignificantBits(), target, 37);
    Hexadecimal.put16(uuid.getLeastSignificantBits(), target, 53);
    assertThat(new String(target, 1, 68, StandardCharsets.US_ASCII))
        .isEqualTo(text + text.replace("-", ""));
  }
}
