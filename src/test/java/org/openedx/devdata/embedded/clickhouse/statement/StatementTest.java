package org.openedx.devdata.embedded.clickhouse.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.embedded.clickhouse.statement.Statement.Kind;

class StatementTest {

  private static Statement read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Statement.read(bytes, bytes.length);
  }

  private static String data(String text) {
    return text.substring(read(text).data());
  }

  private static String head(String text) {
    return text.substring(0, read(text).end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "-- only a comment", "/* and */ /* another */"})
  void nothingIsEmpty(String text) {
    assertThat(read(text).kind()).isEqualTo(Kind.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        " /* x */ SELECT 1",
        "-- c\nselect 1",
        "(SELECT 1) UNION ALL SELECT 2",
        "WITH 1 AS a SELECT a",
        "FROM t SELECT a"
      })
  void selectsMayBeStreamed(String text) {
    assertThat(read(text).kind()).isEqualTo(Kind.SELECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE TABLE t (a UInt8) ENGINE = Memory", "SHOW TABLES", "SET a = 1"})
  void othersRunToTheirEnd(String text) {
    assertThat(read(text).kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void formatOfSelectIsFound() {
    assertThat(read("SELECT 'FORMAT CSV', format('{}', 1) FROM t FORMAT JSON").format())
        .contains("JSON");
  }

  @Test
  void formatFunctionIsNoFormat() {
    assertThat(read("SELECT format('{} x', 'CSV')").format()).isEmpty();
  }

  @Test
  void totalsAreNoticed() {
    assertThat(read("SELECT a, count() FROM t GROUP BY a WITH TOTALS").totals()).isTrue();
    assertThat(read("SELECT 'totals'").totals()).isFalse();
  }

  @Test
  void insertWithFormatSplitsAtTheLineEnd() {
    String text = "INSERT INTO t (a, `format`) FORMAT CSV\n\n1,2\n";
    assertThat(read(text).kind()).isEqualTo(Kind.INSERT);
    assertThat(read(text).format()).contains("CSV");
    assertThat(head(text)).isEqualTo("INSERT INTO t (a, `format`) ");
    assertThat(data(text)).isEqualTo("\n1,2\n");
  }

  @Test
  void insertWithValuesSplitsBehindTheWord() {
    String text = "insert into db.values (a) settings async_insert=1 values (1),(2)";
    assertThat(read(text).format()).contains("Values");
    assertThat(data(text)).isEqualTo(" (1),(2)");
    assertThat(head(text)).isEqualTo("insert into db.values (a) settings async_insert=1 ");
  }

  @Test
  void formatInTheDataIsNotRead() {
    assertThat(data("INSERT INTO t FORMAT TSV\nFORMAT CSV\n")).isEqualTo("FORMAT CSV\n");
  }

  @Test
  void insertSelectHasNoData() {
    assertThat(read("INSERT INTO t SELECT a FROM s FORMAT Null").kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void insertFromInputHasData() {
    String text = "INSERT INTO t SELECT a + 1 FROM input('a UInt8') FORMAT TSV\n5\n";
    assertThat(read(text).kind()).isEqualTo(Kind.INSERT_FROM_INPUT);
    assertThat(data(text)).isEqualTo("5\n");
    assertThat(text.substring(read(text).input())).startsWith("input('a UInt8')");
  }

  @Test
  void oneTrailingSemicolonIsFine() {
    assertThat(read("SELECT 1; -- done\n").kind()).isEqualTo(Kind.SELECT);
  }

  @Test
  void secondStatementIsRefused() {
    assertThatThrownBy(() -> read("SELECT ';'; SELECT 2"))
        .isInstanceOf(ChdbException.class)
        .hasMessageContaining("Multi-statements are not allowed");
  }

  @Test
  void heredocAndEscapesHideTheirContents() {
    assertThat(read("SELECT $x$ ; FORMAT CSV $x$, 'it\\'s ; FORMAT CSV', 'a'' ; b'").format())
        .isEmpty();
  }
}
