package org.openedx.devdata.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.testing.TestClickHouse;

/** What is written is what ClickHouse reads. */
@Tag("clickhouse")
class RowBinaryBufferTest {

  @Test
  void everyTypeIsReadBackByTheEngine() {
    TestClickHouse engine = TestClickHouse.required();
    engine.freshDatabase("test_rowbinary");
    engine.run(
        "CREATE TABLE test_rowbinary.t (u UUID, d DateTime64(6, 'UTC'), i Int32, b Bool, s String, l"
            + " LowCardinality(String), e String) ENGINE = Memory");
    String longText = "é".repeat(100);
    RowBinaryBuffer row =
        new RowBinaryBuffer(1)
            .uuid(0x0011223344556677L, 0x8899aabbccddeeffL)
            .int64(1_767_225_600_123_456L)
            .int32(-5)
            .bool(true)
            .string(longText)
            .string("audit")
            .string("");
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      server.insert(
          new TableName("test_rowbinary", "t"),
          List.of("u", "d", "i", "b", "s", "l", "e"),
          out -> out.write(row.array(), 0, row.length()),
          1,
          "token",
          java.util.Map.of());
      assertThat(server.rows("SELECT * FROM test_rowbinary.t"))
          .containsExactly(
              List.of(
                  "00112233-4455-6677-8899-aabbccddeeff",
                  "2026-01-01 00:00:00.123456",
                  "-5",
                  "true",
                  longText,
                  "audit",
                  ""));
    }
  }

  @Test
  void lengthsTakeSevenBitsAByte() {
    byte[] text = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);
    RowBinaryBuffer buffer = new RowBinaryBuffer(8).string(text, 0, text.length);
    assertThat(buffer.length()).isEqualTo(302);
    assertThat(buffer.array()).startsWith(0xac, 0x02);
  }

  @Test
  void clearedBufferBeginsAnew() {
    RowBinaryBuffer buffer = new RowBinaryBuffer(8).int32(1);
    buffer.clear();
    assertThat(buffer.int32(2).length()).isEqualTo(4);
    assertThat(buffer.array()[0]).isEqualTo((byte) 2);
  }
}
