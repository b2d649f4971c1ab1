package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamedFormatTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void linesOfNamesAndTypesAreCutOff() {
    assertThat(
            StreamedFormat.of("TabSeparatedWithNamesAndTypes", Map.of())
                .part(bytes("a\nInt8\n1\n"), false, 0))
        .isEqualTo(bytes("1\n"));
    assertThat(StreamedFormat.of("TSVWithNames", Map.of()).part(bytes("a\n1\n"), false, 0))
        .isEqualTo(bytes("1\n"));
  }

  @Test
  void binaryNamesAndTypesAreCutOff() {
    byte[] chunk = bytes("\u0002\u0001a\u0002bc\u0005UInt8\u0006String" + "rows");
    assertThat(StreamedFormat.of("RowBinaryWithNamesAndTypes", Map.of()).part(chunk, false, 0))
        .isEqualTo(bytes("rows"));
  }

  @Test
  void longNamesNeedTwoBytesOfLength() {
    byte[] chunk = bytes("\u0001\u00c8\u0001" + "n".repeat(200) + "\u0005UInt8" + "rows");
    assertThat(StreamedFormat.BINARY_NAMES_AND_TYPES.part(chunk, false, 0))
        .isEqualTo(bytes("rows"));
  }

  @Test
  void plainFormatsHaveNoHead() {
    byte[] chunk = bytes("{\"a\":1}\n");
    assertThat(StreamedFormat.of("JSONEachRow", Map.of()).part(chunk, false, 0)).isSameAs(chunk);
  }

  @Test
  void formatsWithATailAreMadeAsAWhole() {
    assertThat(StreamedFormat.of("JSON", Map.of())).isEqualTo(StreamedFormat.NONE);
    assertThat(StreamedFormat.of("Parquet", Map.of())).isEqualTo(StreamedFormat.NONE);
    assertThat(StreamedFormat.of("PrettyCompact", Map.of())).isEqualTo(StreamedFormat.NONE);
  }

  @Test
  void formatsThatAClientMakesUpAreStreamedWhenTheirPartsAreKnown() {
    Map<String, String> known =
        Map.of(
            "format_custom_escaping_rule", "Escaped",
            "format_custom_result_after_delimiter", "end\n");
    StreamedFormat format = StreamedFormat.of("CustomSeparatedWithNamesAndTypes", known);
    int tail = StreamedFormat.tail("CustomSeparatedWithNamesAndTypes", known).length();

    byte[] chunk = bytes("a\nInt8\n1\nend\n");

    assertThat(format.part(chunk, true, tail)).isEqualTo(bytes("a\nInt8\n1\n"));
    assertThat(format.part(chunk, false, tail)).isEqualTo(bytes("1\n"));
    assertThat(
            StreamedFormat.of("CustomSeparated", Map.of("format_custom_row_after_delimiter", ";")))
        .isEqualTo(StreamedFormat.NONE);
  }
}
