package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamedFormatTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void linesOfNamesAndTypesAreCutOff() {
    assertThat(
            StreamedFormat.of("TabSeparatedWithNamesAndTypes").withoutHead(bytes("a\nInt8\n1\n")))
        .isEqualTo(bytes("1\n"));
    assertThat(StreamedFormat.of("TSVWithNames").withoutHead(bytes("a\n1\n")))
        .isEqualTo(bytes("1\n"));
  }

  @Test
  void binaryNamesAndTypesAreCutOff() {
    byte[] chunk = bytes("\u0002\u0001a\u0002bc\u0005UInt8\u0006String" + "rows");
    assertThat(StreamedFormat.of("RowBinaryWithNamesAndTypes").withoutHead(chunk))
        .isEqualTo(bytes("rows"));
  }

  @Test
  void longNamesNeedTwoBytesOfLength() {
    byte[] chunk = bytes("\u0001\u00c8\u0001" + "n".repeat(200) + "\u0005UInt8" + "rows");
    assertThat(StreamedFormat.BINARY_NAMES_AND_TYPES.withoutHead(chunk)).isEqualTo(bytes("rows"));
  }

  @Test
  void plainFormatsHaveNoHead() {
    byte[] chunk = bytes("{\"a\":1}\n");
    assertThat(StreamedFormat.of("JSONEachRow").withoutHead(chunk)).isSameAs(chunk);
  }

  @Test
  void formatsWithATailAreMadeAsAWhole() {
    assertThat(StreamedFormat.of("JSON")).isEqualTo(StreamedFormat.NONE);
    assertThat(StreamedFormat.of("Parquet")).isEqualTo(StreamedFormat.NONE);
    assertThat(StreamedFormat.of("PrettyCompact")).isEqualTo(StreamedFormat.NONE);
  }
}
