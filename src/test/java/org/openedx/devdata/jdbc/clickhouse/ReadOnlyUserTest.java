package org.openedx.devdata.jdbc.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;
import org.openedx.devdata.testing.DistortingProxy;
import org.openedx.devdata.testing.DistortingProxy.Request;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.WireAnswer;

/** A user with {@code readonly=1} asks: a server refuses each setting that comes with a query. */
@Tag("clickhouse")
class ReadOnlyUserTest {

  /** Parameters of an address that are no settings. */
  private static final Pattern SETTING =
      Pattern.compile("[?&](?!default_format=|database=|query=|wait_end_of_query=)([a-z_]+)=");

  private final AtomicInteger refused = new AtomicInteger();
  private DistortingProxy proxy;
  private ClickHouse server;

  @BeforeEach
  void start() throws IOException {
    TestClickHouse engine = TestClickHouse.required();
    proxy = new DistortingProxy(engine.url());
    answerWith("", Integer.MAX_VALUE);
    server =
        ClickHouse.of(ClickHouseSettings.of("test", proxy.url(), engine.user(), engine.password()));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    proxy.close();
  }

  /** Answers as the server behind, cut at a length and with something behind it. */
  private void answerWith(String more, int length) {
    proxy.distort(
        (request, truth) -> {
          WireAnswer refusal = refusal(request);
          if (refusal != null) {
            return refusal;
          }
          WireAnswer told = truth.ask();
          String text = told.text();
          return told.withBody(text.substring(0, Math.min(length, text.length())) + more);
        });
  }

  private WireAnswer refusal(Request request) {
    Matcher setting = SETTING.matcher(request.target());
    if (!setting.find()) {
      return null;
    }
    refused.incrementAndGet();
    String said =
        "Code: 164. DB::Exception: Cannot modify '%s' setting in readonly mode. (READONLY) (version 25.3.2.39 (official build))\n"
            .formatted(setting.group(1));
    return WireAnswer.of(500, Map.of("X-ClickHouse-Exception-Code", "164"), said.getBytes());
  }

  private List<List<Object>> shown(String query) {
    List<List<Object>> rows = new ArrayList<>();
    server.query(
        query,
        new ResultListener() {
          @Override
          public void rows(List<ResultColumn> columns, ResultRows source) {
            rows.add(new ArrayList<>(columns.stream().map(ResultColumn::name).toList()));
            source.read(rows::add);
          }

          @Override
          public void changed(long count) {
            rows.add(List.of("changed " + count));
          }
        });
    return rows;
  }

  @Test
  void rowsAreReadAndSettingsAreTriedOnce() {
    assertThat(server.rows("SELECT 'a\tb', NULL, number FROM numbers(2)"))
        .containsExactly(Arrays.asList("a\tb", null, "0"), Arrays.asList("a\tb", null, "1"));
    assertThat(server.rows("SELECT 1 WHERE 0")).isEmpty();
    assertThat(server.value("SELECT 'x'")).isEqualTo("x");
    assertThat(shown("SELECT toUInt32(number) AS n FROM numbers(2)"))
        .containsExactly(List.of("n"), List.of(0L), List.of(1L));
    assertThat(shown("SELECT 1 AS n WHERE 0")).containsExactly(List.of("n"));
    server.run("SELECT 1");
    assertThat(refused).hasValue(1);
  }

  @Test
  void whatTheUserMayNotDoIsRefusedAsItIs() {
    assertThatThrownBy(() -> server.run("SELECT 1", Map.of("max_threads", "1")))
        .isInstanceOf(ClickHouseException.class)
        .hasMessageContaining("Cannot modify 'max_threads' setting in readonly mode");
    assertThatThrownBy(() -> server.run("DROP TABLE test_none.nothing"))
        .hasMessageContaining("test_none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__exception__\r\nabcdefgh\r\nCode: 241. DB::Exception: (MEMORY_LIMIT_EXCEEDED)\r\n52 abcdefgh\r\n__exception__\r\n",
        "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)\n",
        "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)",
        "<html>"
      })
  void errorBehindRowsIsAnError(String error) {
    answerWith(error, Integer.MAX_VALUE);
    assertThatThrownBy(() -> server.rows("SELECT toString(number) FROM numbers(3)"))
        .isInstanceOf(ClickHouseException.class);
    assertThatThrownBy(() -> shown("SELECT toString(number) FROM numbers(3)"))
        .isInstanceOf(ClickHouseException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 8, 12})
  void resultThatIsCutWithinALineIsNoResult(int length) {
    // Names and types take "text\nString\n"; a cut between lines is what HTTP has to show.
    answerWith("", length);
    if (length != 5) {
      assertThatThrownBy(() -> server.rows("SELECT 'a long value' AS text"))
          .isInstanceOf(ClickHouseException.class);
    }
    if (length != 12) {
      assertThatThrownBy(() -> shown("SELECT 'a long value' AS text"))
          .isInstanceOf(ClickHouseException.class);
    }
  }
}
