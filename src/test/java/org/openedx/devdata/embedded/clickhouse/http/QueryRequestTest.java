package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

class QueryRequestTest {

  private static QueryRequest of(Map<String, String> parameters) {
    return QueryRequest.of(parameters, Map.of());
  }

  @Test
  void whatIsNotItsOwnIsASetting() {
    QueryRequest request =
        of(Map.of("query", "SELECT 1", "max_threads", "2", "param_x", "5", "user", "me"));
    assertThat(request.settings()).isEqualTo(Map.of("max_threads", "2"));
    assertThat(request.values()).isEqualTo(Map.of("x", "5"));
    assertThat(request.setStatement()).contains("SET max_threads = '2'");
  }

  @Test
  void valuesOfSettingsAreQuoted() {
    assertThat(of(Map.of("log_comment", "it's \\ x")).setStatement())
        .contains("SET log_comment = 'it\\'s \\\\ x'");
  }

  @Test
  void nameOfASettingCannotCarryAStatement() {
    QueryRequest request = of(Map.of("a = 1; DROP TABLE t; --", "1"));
    assertThatThrownBy(request::setStatement)
        .isInstanceOfSatisfying(ChdbException.class, e -> assertThat(e.code()).isEqualTo(115));
  }

  @Test
  void headersNameDatabaseAndFormatWhenTheAddressDoesNot() {
    Map<String, String> headers =
        Map.of("x-clickhouse-database", "xapi", "x-clickhouse-format", "JSON");
    assertThat(QueryRequest.of(Map.of(), headers).database()).contains("xapi");
    assertThat(QueryRequest.of(Map.of(), headers).format()).isEqualTo("JSON");
    assertThat(QueryRequest.of(Map.of("database", "other"), headers).database()).contains("other");
  }

  @Test
  void sessionIsReadWithItsTerms() {
    assertThat(
            of(Map.of("session_id", "s", "session_check", "1", "session_timeout", "5")).session())
        .contains(new QueryRequest.Session("s", true, 5));
    assertThat(of(Map.of()).session()).isEmpty();
  }

  @Test
  void badSessionTimeoutIsNamed() {
    assertThatThrownBy(() -> of(Map.of("session_id", "s", "session_timeout", "soon")))
        .isInstanceOf(ChdbException.class)
        .hasMessageContaining("soon");
  }

  @Test
  void falseIsOff() {
    assertThat(of(Map.of("compress", "0")).packedAnswer()).isFalse();
    assertThat(of(Map.of("compress", "1")).packedAnswer()).isTrue();
    assertThat(of(Map.of("decompress", "false")).packedBody()).isFalse();
  }
}
