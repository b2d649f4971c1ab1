package org.openedx.devdata.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated rows as text for LOAD DATA, read again by the rules of MySQL's manual. */
class RowTextTest {

  private static final String[] PIECES = {
    "a", "\\", "\t", "\n", "\r", "\0", "\\N", "N", "'", "\"", "é", "\ud83c\udf93", "", " ", "0"
  };

  private static Object value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> random.nextLong();
      case 2 -> LocalDateTime.of(2026, 1 + random.nextInt(2), 3, 4, 5, 6, 7_000);
      default -> {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(6); piece > 0; piece--) {
          text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        yield text.toString();
      }
    };
  }

  private static String expected(Object value) {
    return value instanceof LocalDateTime moment
        ? moment.toString().replace('T', ' ')
        : value == null ? null : value.toString();
  }

  /** {@code FIELDS TERMINATED BY '\t' ESCAPED BY '\\' LINES TERMINATED BY '\n'}. */
  private static List<List<String>> read(byte[] text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    boolean isNull = false;
    for (int i = 0; i < text.length; i++) {
      byte one = text[i];
      if (one == '\\') {
        i++;
        isNull = text[i] == 'N';
        field.write(text[i] == '0' ? 0 : text[i]);
      } else if (one == '\t' || one == '\n') {
        row.add(isNull ? null : field.toString(StandardCharsets.UTF_8));
        field.reset();
        isNull = false;
        if (one == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        field.write(one);
      }
    }
    assertThat(row).as("what comes after the last row").isEmpty();
    return rows;
  }

  /** In pieces of all lengths, one of which may be none. */
  private static byte[] drain(InputStream in, Random random) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[70_000];
    while (true) {
      int wanted = random.nextBoolean() ? random.nextInt(20) : random.nextInt(piece.length);
      int count = in.read(piece, 0, wanted);
      if (count < 0) {
        assertThat(in.read()).isEqualTo(-1);
        return all.toByteArray();
      }
      all.write(piece, 0, count);
    }
  }

  @Test
  void whatTheServerReadsIsWhatWasGiven() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      List<Object[]> rows = new ArrayList<>();
      List<List<String>> expected = new ArrayList<>();
      int columns = 1 + random.nextInt(4);
      for (int count = random.nextInt(60); count > 0; count--) {
        Object[] row = new Object[columns];
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          row[column] = value(random);
          texts.add(expected(row[column]));
        }
        rows.add(row);
        expected.add(texts);
      }

      assertThat(read(drain(new RowText(rows.iterator()), random))).isEqualTo(expected);
    }
  }

  @Test
  void valuesLargerThanTheBufferAreWhole() throws IOException {
    String large = "x\té".repeat(100_000);
    List<Object[]> rows = List.of(new Object[] {large, 1L}, new Object[] {"", large});

    assertThat(read(drain(new RowText(rows.iterator()), new Random(1))))
        .containsExactly(List.of(large, "1"), List.of("", large));
  }

  @Test
  void noRowsAreNoBytes() {
    assertThat(new RowText(List.<Object[]>of().iterator()).read()).isEqualTo(-1);
  }
}
