package org.openedx.devdata.cli.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

  private record All(
      @Meaning("") String text,
      @Meaning(value = "", name = "package") Path learningPackage,
      @Meaning("") Duration seconds,
      @Meaning("") Instant now,
      @Meaning("") boolean valid,
      @Meaning("") long rows,
      @Meaning("") Locale.Category state,
      @Meaning("") Optional<String> nothing,
      @Meaning(value = "", leftOut = true) Optional<String> absent,
      @Meaning("") Map<String, Object> values,
      @Meaning("") List<Line> lines,
      @Meaning("") ObjectNode tree) {}

  @OneLine
  private record Line(@Meaning("") int number, @Meaning("") String text) {}

  private record Streamed(@Meaning("") Many<Line> lines) {}

  private record Unsaid(String text) {}

  private record Unknown(@Meaning("") Object value) {}

  @Test
  void eachTypeIsWrittenByItsRule() {
    StringWriter out = new StringWriter();
    JsonRenderer.document(
        new PrintWriter(out),
        new All(
            "é\n\"",
            Path.of("a", "b"),
            Duration.ofMillis(1_250),
            Instant.parse("2026-03-29T01:30:00Z"),
            true,
            Long.MAX_VALUE,
            Locale.Category.DISPLAY,
            Optional.empty(),
            Optional.empty(),
            Collections.singletonMap("share", new BigDecimal("1E+2")),
            List.of(new Line(1, "a"), new Line(2, null)),
            JsonNodeFactory.instance.objectNode().put("k", 1)));

    assertThat(out)
        .hasToString(
            """
            {
              "text": "é\\n\\"",
              "package": "a/b",
              "seconds": 1.25,
              "now": "2026-03-29T01:30:00Z",
              "valid": true,
              "rows": 9223372036854775807,
              "state": "display",
              "nothing": null,
              "values": {
                "share": 100
              },
              "lines": [
                {"number":1,"text":"a"},
                {"number":2,"text":null}
              ],
              "tree": {
                "k": 1
              }
            }
            """);
  }

  /** A million rows never wait for one another: what was handed over before is on its way. */
  @Test
  void manyAreWrittenAsTheyCome() {
    long[] written = {0};
    long[] waiting = {0};
    Writer counting =
        new Writer() {
          @Override
          public void write(char[] characters, int offset, int length) {
            written[0] += length;
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing to close.
          }
        };
    String text = "x".repeat(100);

    JsonRenderer.content(
        counting,
        new Streamed(
            lines -> {
              for (int number = 0; number < 1_000_000; number++) {
                lines.accept(new Line(number, text));
                waiting[0] = Math.max(waiting[0], number * 100L - written[0]);
              }
            }));

    assertThat(written[0]).isGreaterThan(100_000_000);
    assertThat(waiting[0]).isLessThan(100_000);
  }

  @Test
  void resultsSayTheMeaningOfEachMemberAndHoldWhatHasARule() {
    PrintWriter out = new PrintWriter(Writer.nullWriter());
    assertThatThrownBy(() -> JsonRenderer.document(out, new Unsaid("")))
        .hasMessageContaining("does not say the meaning of text");
    assertThatThrownBy(() -> JsonRenderer.document(out, new Unknown(new StringBuilder())))
        .hasMessageContaining("a result cannot hold a class java.lang.StringBuilder");
  }
}
