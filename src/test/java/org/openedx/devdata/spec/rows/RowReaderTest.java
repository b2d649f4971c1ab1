package org.openedx.devdata.spec.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.spec.series.RowFault;
import org.openedx.devdata.spec.series.RowFiles.Rows;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;

class RowReaderTest {

  private static Rows read(String name, String text) throws RowFault {
    return RowReader.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is written as RFC 4180 has it comes back, each cell where it stands. */
  @Test
  void cellsComeBackWithTheirPlaces() throws RowFault {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int fields = 1 + random.nextInt(4);
      StringBuilder text = new StringBuilder("f0");
      for (int field = 1; field < fields; field++) {
        text.append(",f").append(field);
      }
      List<List<String>> written = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      int line = 1;
      for (int row = 0; row < random.nextInt(6); row++) {
        text.append("\r\n");
        line++;
        lines.add(line);
        List<String> cells = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
          String cell = cell(random);
          cells.add(cell);
          text.append(field == 0 ? "" : ",").append('"').append(cell.replace("\"", "\"\""));
          text.append('"');
          line += (int) cell.chars().filter(it -> it == '\n').count();
        }
        written.add(cells);
      }
      Rows rows = read("a.csv", text.toString());
      assertThat(rows.rows()).hasSize(written.size());
      for (int row = 0; row < written.size(); row++) {
        MapNode found = rows.rows().get(row);
        assertThat(found.line()).isEqualTo(lines.get(row));
        for (int field = 0; field < fields; field++) {
          assertThat(((ScalarNode) found.get("f" + field)).text())
              .isEqualTo(written.get(row).get(field));
        }
      }
    }
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int length = random.nextInt(5); length > 0; length--) {
      cell.append("ab,;\"\n é{}".charAt(random.nextInt(10)));
    }
    return cell.toString();
  }

  @Test
  void emptyCellsAreLeftOutAndQuotedOnesAreEmptyTexts() throws RowFault {
    MapNode row = read("a.csv", "a,b,c,d\n1,,\"\"\n").rows().get(0);
    assertThat(row.entries()).extracting(MapNode.Entry::key).containsExactly("a", "c");
    assertThat(((ScalarNode) row.get("c")).isNull()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv, 'a\n1,2', 2, 3",
    "a.csv, 'a,a', 1, 3",
    "a.csv, 'a,,b', 1, 3",
    "a.csv, '', 0, 0",
    "a.jsonl, '{\"a\": 1}\n7', 2, 1",
    "a.jsonl, '{\"a\": 1, \"a\": 2}', 1, 13",
    "a.jsonl, '{\"a\": }', 1, 7"
  })
  void faultsHaveTheirPlaces(String name, String text, int line, int column) {
    Throwable thrown = catchThrowable(() -> read(name, text.replace("\\n", "\n")));
    assertThat(thrown).isInstanceOf(RowFault.class);
    assertThat(((RowFault) thrown).position().line()).isEqualTo(line);
    assertThat(((RowFault) thrown).position().column()).isEqualTo(column);
  }

  @Test
  void bytesThatAreNotUtf8AreReported() {
    assertThat(catchThrowable(() -> RowReader.read("a.csv", new byte[] {'a', (byte) 0xFF})))
        .isInstanceOf(RowFault.class)
        .hasMessageContaining("UTF-8");
  }
}
