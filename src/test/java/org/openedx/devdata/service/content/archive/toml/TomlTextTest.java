package org.openedx.devdata.service.content.archive.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jackson reads back what is written as TOML. */
class TomlTextTest {

  private static final TomlMapper TOML = new TomlMapper();

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(30); n > 0; n--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append("\"\\'#=[]\u007F".charAt(random.nextInt(8)));
        case 2 -> text.appendCodePoint(0x1F300 + random.nextInt(0x100));
        default -> text.append((char) (0x20 + random.nextInt(0x2000)));
      }
    }
    return text.toString();
  }

  @Test
  void anyValueComesBack() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      String text = anyText(random);
      List<String> texts = IntStream.range(0, 3).mapToObj(n -> anyText(random)).toList();
      long number = random.nextLong();
      Instant time = Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000));

      JsonNode read =
          TOML.readTree(
              new TomlText()
                  .table("[part]")
                  .put("text", text)
                  .put("number", number)
                  .put("flag", round % 2 == 0)
                  .put("time", time)
                  .putTexts("texts", texts)
                  .putLines("lines", texts)
                  .toString());

      JsonNode part = read.get("part");
      assertThat(part.get("text").asText()).isEqualTo(text);
      assertThat(part.get("number").asLong()).isEqualTo(number);
      assertThat(part.get("flag").asBoolean()).isEqualTo(round % 2 == 0);
      assertThat(Instant.parse(part.get("time").asText())).isEqualTo(time);
      for (String list : List.of("texts", "lines")) {
        assertThat(part.get(list)).extracting(JsonNode::asText).isEqualTo(texts);
      }
    }
  }
}
