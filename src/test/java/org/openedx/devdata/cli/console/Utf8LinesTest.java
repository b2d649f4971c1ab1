package org.openedx.devdata.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of generated streams, with every mixture of ends, marks and empty lines. */
class Utf8LinesTest {

  private static final String[] PIECES = {
    "a", "é", "\ud83c\udf93", "\n", "\r\n", "\r", "\ufeff", ""
  };

  private static List<String> lines(String text) throws IOException {
    Utf8Lines lines =
        new Utf8Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> all = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      all.add(Utf8Lines.text(line));
      assertThat(lines.number()).isEqualTo(all.size());
    }
    return all;
  }

  /** As a person would cut it: the mark off, at line feeds, one carriage return off each. */
  private static List<String> expected(String text) {
    List<String> all = new ArrayList<>();
    String rest = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (String line : (text.isEmpty() ? "" : rest).split("\n", -1)) {
      all.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
    boolean ended = text.isEmpty() || text.endsWith("\n");
    return ended ? all.subList(0, all.size() - 1) : all;
  }

  @Test
  void streamsAreCutAtLineFeeds() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(9); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertThat(lines(text.toString())).as("%s", text).isEqualTo(expected(text.toString()));
    }
  }

  @Test
  void aLineThatIsNotUtf8IsRefusedAndTheNextOneRead() throws IOException {
    Utf8Lines lines =
        new Utf8Lines(new ByteArrayInputStream(new byte[] {(byte) 0xe9, '\n', 'x', '\n'}));

    byte[] bad = lines.next();

    assertThatThrownBy(() -> Utf8Lines.text(bad)).isInstanceOf(CharacterCodingException.class);
    assertThat(Utf8Lines.text(lines.next())).isEqualTo("x");
    assertThat(lines.next()).isNull();
  }
}
