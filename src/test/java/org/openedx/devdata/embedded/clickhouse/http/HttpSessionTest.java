package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions and settings of requests, and what of them stays. */
@Tag("clickhouse")
class HttpSessionTest extends HttpRequests {

  @Test
  void insertFromInputLeavesNoTableInItsSession() throws Exception {
    post(Map.of(), "CREATE TABLE kept (a UInt32) ENGINE = MergeTree ORDER BY a");
    String insert = "INSERT INTO kept SELECT a FROM input('a UInt32, b Array(String)') FORMAT CSV";
    for (int times = 0; times < 2; times++) {
      post(Map.of("session_id", "input", "query", insert), "5,\"['x']\"\n");
    }
    assertThat(post(Map.of(), "SELECT sum(a) FROM kept")).isEqualTo("10\n");
  }

  @Test
  void sessionKeepsTemporaryTablesAndSettings() throws Exception {
    Map<String, String> session = Map.of("session_id", "keeps");
    post(session, "CREATE TEMPORARY TABLE mine (a UInt8)");
    post(session, "INSERT INTO mine VALUES (7)");
    post(session, "SET max_threads = 3");
    assertThat(post(session, "SELECT a, getSetting('max_threads') FROM mine")).isEqualTo("7\t3\n");
    assertThat(post(Map.of(), "SELECT * FROM mine")).contains("UNKNOWN_TABLE");
  }

  @Test
  void settingOfARequestDoesNotStayInTheSession() throws Exception {
    Map<String, String> session = Map.of("session_id", "clean");
    post(session, "SET max_block_size = 11");
    assertThat(
            post(
                Map.of("session_id", "clean", "max_block_size", "22", "max_threads", "5"),
                "SELECT getSetting('max_block_size')"))
        .isEqualTo("22\n");
    assertThat(
            post(
                session,
                "SELECT getSetting('max_block_size'), changed FROM system.settings"
                    + " WHERE name = 'max_threads'"))
        .isEqualTo("11\t0\n");
  }

  @Test
  void unknownSessionIsAnErrorWhenItMustExist() throws Exception {
    assertThat(post(Map.of("session_id", "none", "session_check", "1"), "SELECT 1"))
        .contains("SESSION_NOT_FOUND");
  }

  @Test
  void unknownSettingIsRefused() throws Exception {
    assertThat(post(Map.of("no_such_setting", "1"), "SELECT 1")).contains("UNKNOWN_SETTING");
  }
}
