package org.openedx.devdata.cli.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.cli.report.text.TextTable.Align;

class TextTableTest {

  private static String shown(String indent, List<List<String>> rows) {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT));
    rows.forEach(table::row);
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out, true), indent, new Paint(false));
    return out.toString();
  }

  @Test
  void columnsLineUp() {
    assertThat(
            shown("", List.of(List.of("a", "table", "new", "old"), List.of("lms", "x", "10", "-"))))
        .isEqualTo("a    table  new  old\nlms  x       10    -\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 54, 70})
  void noLineIsWiderThanATerminalAndNoNameIsCut(int length) {
    String name = "t".repeat(length);

    String text =
        shown(
            "  ",
            List.of(
                List.of("service", "table", "unchanged", "created"),
                List.of("ecommerce", "short", "123,456,789", "1"),
                List.of("lms", name, "1", "2")));

    assertThat(text).contains(name);
    assertThat(text.lines().filter(line -> line.length() > 80 && !line.contains(name))).isEmpty();
    assertThat(text.lines().map(String::length).max(Integer::compare).orElseThrow())
        .isLessThanOrEqualTo(Math.max(80, 13 + length));
  }

  @Test
  void aWideCellAtTheEndOfARowLeavesNoBlankLine() {
    TextTable table = new TextTable(List.of(Align.RIGHT, Align.LEFT));
    table.row(List.of("rows", "checksum"));
    table.row(List.of("1", "0".repeat(90)));
    StringWriter out = new StringWriter();

    table.print(new PrintWriter(out, true), "", new Paint(false));

    assertThat(out.toString()).isEqualTo("rows  checksum\n   1  " + "0".repeat(90) + "\n");
  }
}
