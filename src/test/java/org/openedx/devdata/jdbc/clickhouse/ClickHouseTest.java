package org.openedx.devdata.jdbc.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;
import org.openedx.devdata.testing.TestClickHouse;

class ClickHouseTest {

  private static ClickHouse connect() {
    TestClickHouse engine = TestClickHouse.required();
    return ClickHouse.of(
        ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
  }

  @Test
  @Tag("clickhouse")
  void rowsComeAsTexts() {
    try (ClickHouse server = connect()) {
      assertThat(
              server.rows("SELECT 'a\\tb\\n\\\\', 1, NULL, '' UNION ALL SELECT 'c', 2, 'x', 'y'"))
          .containsExactlyInAnyOrder(
              Arrays.asList("a\tb\n\\", "1", null, ""), List.of("c", "2", "x", "y"));
      assertThat(server.rows("SELECT 1 WHERE 0")).isEmpty();
    }
  }

  /**
   * Would take 50 GB, and its first rows would come behind its last, if it were made as a whole.
   */
  @Test
  @Tag("clickhouse")
  void firstRowsOfALongResultComeAtOnce() {
    List<List<Object>> rows = new ArrayList<>();
    try (ClickHouse server = connect()) {
      server.query(
          "SELECT toUInt32(number), repeat('x', 50) FROM numbers(1000000000)",
          new ResultListener() {
            @Override
            public void rows(List<ResultColumn> columns, ResultRows source) {
              source.read(values -> rows.add(values) && rows.size() < 200_000);
            }

            @Override
            public void changed(long count) {}
          });
    }
    for (int n = 0; n < rows.size(); n++) {
      assertThat(rows.get(n)).isEqualTo(List.of((long) n, "x".repeat(50)));
    }
    assertThat(rows).hasSize(200_000);
  }

  @Test
  @Tag("clickhouse")
  void refusalSaysWhereAndWhatAndIsFinal() {
    try (ClickHouse server = connect()) {
      assertThatThrownBy(() -> server.run("DROP TABLE test_none.nothing"))
          .isInstanceOfSatisfying(
              ClickHouseException.class,
              e -> {
                assertThat(e.code()).isIn(60, 81);
                assertThat(e.isTransient()).isFalse();
                assertThat(e).hasMessageContaining("target test").hasMessageContaining("test_none");
              });
    }
  }

  @Test
  void serverThatIsNotThereMayComeLater() {
    ClickHouseSettings nobody =
        ClickHouseSettings.of("devstack", URI.create("http://127.0.0.1:1"), "joe", "s3cret");
    try (ClickHouse server = ClickHouse.of(nobody)) {
      assertThatThrownBy(() -> server.value("SELECT 1"))
          .isInstanceOfSatisfying(
              ClickHouseException.class, e -> assertThat(e.isTransient()).isTrue())
          .hasMessageContaining("devstack")
          .hasMessageContaining("http://127.0.0.1:1")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void portTellsTls() {
    assertThat(ClickHouseSettings.address("h", 8443, null)).hasToString("https://h:8443");
    assertThat(ClickHouseSettings.address("h", 9440, null)).hasToString("https://h:9440");
    assertThat(ClickHouseSettings.address("h", 18123, null)).hasToString("http://h:18123");
    assertThat(ClickHouseSettings.address("h", 8443, false)).hasToString("http://h:8443");
  }

  @Test
  void settingsNeverShowThePassword() {
    ClickHouseSettings settings =
        ClickHouseSettings.of("t", URI.create("http://joe:s3cret@h:1"), "joe", "s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret").contains("http://h:1");
  }

  @Test
  void addressOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> ClickHouseSettings.of("t", URI.create("tcp://h:9000"), "u", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tcp://h:9000");
  }

  @Test
  void networkIsPackedAndThisMachineIsNot() {
    assertThat(
            ClickHouseSettings.of("t", URI.create("http://ch.example.org:8123"), "u", "")
                .isPacked())
        .isTrue();
    assertThat(ClickHouseSettings.of("t", URI.create("http://127.0.0.1:8123"), "u", "").isPacked())
        .isFalse();
  }
}
