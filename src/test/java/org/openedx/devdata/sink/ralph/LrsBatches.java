package org.openedx.devdata.sink.ralph;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.world.dump.DumpTable;

/** Batches of small statements that are valid, or not. */
final class LrsBatches {

  private LrsBatches() {}

  /** Statements {@code from} to {@code to}; the same each time. */
  static Batch batch(String token, int from, int to) {
    String[] statements = new String[to - from];
    for (int n = from; n < to; n++) {
      statements[n - from] = statement(n, "https://lms.example.org/course/" + n);
    }
    return of(token, statements);
  }

  static Batch of(String token, String... statements) {
    RowBinaryBuffer rows = new RowBinaryBuffer(1 << 10);
    for (int n = 0; n < statements.length; n++) {
      byte[] json = statements[n].getBytes(StandardCharsets.UTF_8);
      UUID id = UUID.fromString(statements[n].replaceAll("(?s).*?\"id\": \"([^\"]*)\".*", "$1"));
      rows.uuid(id.getMostSignificantBits(), id.getLeastSignificantBits())
          .int64(n)
          .string(json, 0, json.length);
    }
    return Batch.of(token, DumpTable.XAPI, 0, statements.length, rows.array(), rows.length());
  }

  static String id(int n) {
    return new UUID(0x5000L, 0x8000_0000_0000_0000L | n).toString();
  }

  static String statement(int n, String object) {
    return statement(n, object, "http://localhost:18000");
  }

  static String statement(int n, String object, String homePage) {
    return """
        {"id": "%s", "version": "1.0.3", "timestamp": "2026-01-01T00:00:%02d+00:00", \
        "actor": {"objectType": "Agent", "account": {"homePage": "%s", "name": "Zoë %d"}}, \
        "verb": {"id": "http://adlnet.gov/expapi/verbs/registered"}, "object": {"id": "%s"}}"""
        .formatted(id(n), n % 60, homePage, n, object);
  }
}
