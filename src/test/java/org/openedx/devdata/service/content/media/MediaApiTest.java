package org.openedx.devdata.service.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaApiTest {

  private final MediaApi media = new MediaApi();

  @ParameterizedTest
  @CsvSource({
    "'', 3345524abf6bbe1809449224b5972c41790b6cf2",
    "hello, b5531c7037f06c9f2947132a6a77202c308e8939",
    "<problem></problem>, 9479fc48519a2a90c73353dcc51dca650cf61e37"
  })
  void digestsBytesToTwentyBytes(String text, String digest) {
    assertThat(Digests.ofMedia(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource({"1:, 1afd1d22", "'1:\n2:', 37f96f9e", "3:37f96f9e, b3d0d9e0", "'2:\n6:', a7f5f691"})
  void digestsDependenciesToFourBytes(String lines, String digest) {
    assertThat(Digests.ofDependencies(lines.replace("\\n", "\n"))).isEqualTo(digest);
  }

  @Test
  void digestsNamesToThreeBytes() {
    assertThat(Digests.ofName("intro")).isEqualTo("29c04f");
  }

  @ParameterizedTest
  @CsvSource({
    "block.xml, application/vnd.openedx.xblock.v1.html+xml",
    "static/me.PNG, image/png",
    "static/drawing.svg, image/svg+xml",
    "static/block.xml, text/xml",
    "static/.png, application/octet-stream",
    "static/unheard.of, application/octet-stream",
    "static/none, application/octet-stream"
  })
  void knowsTheTypeOfAnAttachmentByItsName(String path, String type) {
    assertThat(media.typeOf("html", path)).hasToString(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "image/", "/png", "a/b/c", "a/b+c+d", "image/p ng", ""})
  void refusesWhatIsNoMediaType(String text) {
    assertThat(MediaType.parse(text)).isEmpty();
  }
}
