package org.openedx.devdata.sink.clickhouse;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.world.dump.DumpTable;

/** Rows like those of a real run: a kilobyte of JSON, ids and times of their own, a few months. */
final class SampleStatements {

  private static final String STRUCTURE =
      "event_id UUID, emission_time DateTime64(6), event String";

  /** 2026-01-01T00:00:00Z in microseconds. */
  private static final long START = 1_767_225_600_000_000L;

  private SampleStatements() {}

  /** Rows {@code from} to {@code to}; the same each time. */
  static void write(RowBinaryBuffer out, long from, long to) {
    for (long n = from; n < to; n++) {
      long upper = mix(n) & ~0xf000L | 0x5000L;
      long lower = mix(~n) >>> 2 | 0x8000000000000000L;
      byte[] json = json(n, upper, lower);
      out.uuid(upper, lower).int64(START + n * 250_000).string(json, 0, json.length);
    }
  }

  static Batch batch(String token, long from, long to) {
    RowBinaryBuffer buffer = new RowBinaryBuffer((int) (to - from) * 1100);
    write(buffer, from, to);
    return Batch.of(token, DumpTable.XAPI, 0, to - from, buffer.array(), buffer.length());
  }

  static String createStatement(TableName table) {
    return "CREATE TABLE %s (%s) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(emission_time) PRIMARY KEY (emission_time, event_id) ORDER BY (emission_time, event_id)"
        .formatted(table.quoted(), STRUCTURE);
  }

  private static byte[] json(long n, long upper, long lower) {
    String block =
        "block-v1:Org%d+Course%d+Run%d+type@problem+block@%016x%016x"
            .formatted(n % 7, n % 12, n % 4, mix(n % 9000), mix(n % 9001));
    return """
        {"id":"%08x-%04x-%04x-%04x-%012x","version":"1.0.3","timestamp":"2026-01-02T03:04:%02d.%06d+00:00",\
        "actor":{"objectType":"Agent","account":{"homePage":"https://lms.example.org","name":"%016x-4000-8000-%012x"}},\
        "verb":{"id":"https://w3id.org/xapi/acrossx/verbs/evaluated","display":{"en":"evaluated"}},\
        "object":{"objectType":"Activity","id":"https://lms.example.org/xblock/%s","definition":{"type":"http://adlnet.gov/expapi/activities/cmi.interaction","interactionType":"other","extensions":{"http://id.tincanapi.com/extension/attempt-id":%d},"name":{"en":"Question %d"}}},\
        "context":{"contextActivities":{"parent":[{"objectType":"Activity","id":"https://lms.example.org/course/course-v1:Org%d+Course%d+Run%d","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en-US":"A course"}}}]},"extensions":{"https://w3id.org/xapi/openedx/extension/transformer-version":"event-routing-backends@10.0.0","https://w3id.org/xapi/openedx/extensions/session-id":"%016x%016x"}},\
        "result":{"score":{"scaled":%d,"raw":%d,"min":0.0,"max":1.0},"success":%b,"response":"[\\"choice_%d\\"]"}}"""
        .formatted(
            upper >>> 32,
            upper >>> 16 & 0xffff,
            upper & 0xffff,
            lower >>> 48,
            lower & 0xffffffffffffL,
            n % 60,
            n % 1_000_000,
            mix(n % 10_000),
            mix(n % 10_000) & 0xffffffffffffL,
            block,
            n % 5 + 1,
            n % 100,
            n % 7,
            n % 12,
            n % 4,
            mix(n / 20),
            mix(n / 21),
            n & 1,
            n & 1,
            (n & 1) == 1,
            n % 4)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long n) {
    long z = n + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
