package org.openedx.devdata.jdbc.clickhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Summary of what a statement has done, by the server.
 *
 * @param readRows rows read; nothing when it does not say
 * @param writtenRows rows written, those of materialized views included; nothing when it does not
 *     say
 */
record AnswerSummary(OptionalLong readRows, OptionalLong writtenRows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the header {@code X-ClickHouse-Summary}; whatever it holds. */
  static AnswerSummary of(String header) {
    JsonNode json;
    try {
      json = JSON.readTree(header);
    } catch (IOException e) {
      json = JSON.missingNode();
    }
    return new AnswerSummary(number(json.path("read_rows")), number(json.path("written_rows")));
  }

  private static OptionalLong number(JsonNode value) {
    return value.asText().matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(value.asText()))
        : OptionalLong.empty();
  }
}
