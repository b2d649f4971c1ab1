package org.openedx.devdata.service.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Blake2bTest {

  @Test
  void exampleOfTheStandardIsMet() {
    // RFC 7693, appendix A.
    assertThat(hex("abc".getBytes(StandardCharsets.UTF_8), 64))
        .isEqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  }

  @Test
  void selfTestOfTheStandardIsMetWithoutItsKeys() {
    // RFC 7693, appendix E: messages of these lengths, digests of these lengths, and a digest of
    // all digests. Its own result has keyed ones among them; this is that of Python's hashlib.
    byte[] all = new byte[6 * (20 + 32 + 48 + 64)];
    int at = 0;
    for (int length : new int[] {20, 32, 48, 64}) {
      for (int size : new int[] {0, 3, 128, 129, 255, 1024}) {
        byte[] digest = Blake2b.digest(sequence(size, size), length);
        System.arraycopy(digest, 0, all, at, length);
        at += length;
      }
    }
    assertThat(hex(all, 32))
        .isEqualTo("681f345ad53c6360214ea500fd259edddbca775f605fad81b9b189d6d88e15c6");
  }

  /** As Python's hashlib, which upstream uses, says. */
  @ParameterizedTest
  @CsvSource({
    "3, cec7ea",
    "4, 1271cf25",
    "16, cae66941d9efbd404e4d88758ea67670",
    "20, 3345524abf6bbe1809449224b5972c41790b6cf2"
  })
  void emptyMessageHasDigestsOfEachLength(int length, String digest) {
    assertThat(hex(new byte[0], length)).isEqualTo(digest);
  }

  /** Around the ends of blocks. */
  @ParameterizedTest
  @CsvSource({
    "1, 082ad992fb76871c33a1b9993a082952feaca5e6",
    "127, df65d8b11a6732d7632d745ee1e45937fd814671",
    "128, 834475bc1c130782b15dde47348cf98af091b76d",
    "129, ab205a716f7b1672e28ae520da169cc6b60a6d27",
    "255, 8aa838b13f7675ee32135942ae590df8d0b97d8a",
    "256, 638d7e29c0f9c3a6f5db7a30b684afa1c380d769",
    "257, 2b50f5b8bec9da111bc757486983f70e49bd67ce",
    "1000, e763e38f1100925cc80853b676d3f2d06674bbfa"
  })
  void messagesAroundTheEndsOfBlocksAreDigested(int size, String digest) {
    byte[] message = new byte[size];
    for (int i = 0; i < size; i++) {
      message[i] = (byte) (i * i % 251);
    }
    assertThat(hex(message, 20)).isEqualTo(digest);
  }

  @Test
  void lengthsThatTheHashDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> Blake2b.digest(new byte[0], 65))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
    assertThatThrownBy(() -> Blake2b.digest(new byte[0], 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The generator of messages of RFC 7693, appendix E. */
  private static byte[] sequence(int length, int seed) {
    byte[] out = new byte[length];
    int a = 0xDEAD4BAD * seed;
    int b = 1;
    for (int i = 0; i < length; i++) {
      int t = a + b;
      a = b;
      b = t;
      out[i] = (byte) (t >>> 24);
    }
    return out;
  }

  private static String hex(byte[] message, int length) {
    return HexFormat.of().formatHex(Blake2b.digest(message, length));
  }
}
