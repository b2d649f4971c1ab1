package org.openedx.devdata.jdbc.clickhouse.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.clickhouse.BlockAnswer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.testing.TestClickHouse;

/** Blocks as an engine sends them, their values against the engine's own text. */
@Tag("clickhouse")
class NativeBlocksTest {

  private static final int ROWS = 300;

  /** Expressions over {@code number} of each type that tables may have. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("u8", "toUInt8(number * 7)"),
          Map.entry("i8", "toInt8(number * 7)"),
          Map.entry("i16", "toInt16(-number * 300)"),
          Map.entry("u32", "toUInt32(number * 99999999)"),
          Map.entry("i64", "toInt64(number) * -1234567890123"),
          Map.entry("u64", "sipHash64(number)"),
          Map.entry("i128", "toInt128(sipHash64(number)) * -sipHash64(number + 1)"),
          Map.entry("u256", "toUInt256(sipHash64(number)) * sipHash64(number) * sipHash64(7)"),
          Map.entry("b", "number % 3 = 0"),
          Map.entry("bool", "toBool(number % 2)"),
          Map.entry("d", "toDate('1970-01-01') + number * 200"),
          Map.entry("d32", "toDate32('1900-01-01') + number * 300"),
          Map.entry("dt", "toDateTime(number * 9999999, 'UTC')"),
          Map.entry("dt64", "toDateTime64(number * 77777.125 - 9999999, 6, 'UTC')"),
          Map.entry("uuid", "toUUID(hexUuid(number))"),
          Map.entry("ip4", "toIPv4(concat('10.', toString(number % 200), '.1.255'))"),
          Map.entry("fixed", "toFixedString(toString(number), 5)"),
          Map.entry("e", "CAST(number % 3, 'Enum8(\\'a(,\\' = 0, \\'b = 2\\' = 1, \\'\\' = 2)')"),
          Map.entry("dec", "toDecimal64(number, 3) / 7"),
          Map.entry("dec128", "toDecimal128(number, 20) / -3"),
          Map.entry("text", "concat(repeat('é', number % 200), '\\t\\n\\\\\\'\\0')"),
          Map.entry("pair", "(number, toString(number), [(number, NULL)])"),
          Map.entry("map", "map(toString(number), number, 'b', 1)"),
          Map.entry("nullable", "if(number % 4 = 0, NULL, number)"),
          Map.entry("nulltext", "if(number % 4 = 0, NULL, toString(number))"),
          Map.entry("list", "range(number % 5)"),
          Map.entry("lists", "[range(number % 3), [], [number]]"),
          Map.entry("simple", "CAST(number, 'SimpleAggregateFunction(sum, UInt64)')"));

  private static ClickHouse server() {
    TestClickHouse engine = TestClickHouse.required();
    return ClickHouse.of(
        ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
  }

  private static List<String> names() {
    return VALUES.keySet().stream().sorted().toList();
  }

  private static String query(String form) {
    List<String> selected = new ArrayList<>();
    for (String name : names()) {
      String value =
          VALUES
              .get(name)
              .replace(
                  "hexUuid(number)",
                  "concat('00112233-4455-6677-8899-', leftPad(toString(number * 7), 12, 'a'))");
      selected.add(form.formatted(value, name));
    }
    return "SELECT " + String.join(", ", selected) + " FROM numbers(" + ROWS + ")";
  }

  @Test
  void valuesAreThoseThatTheEngineWrites() throws IOException {
    List<List<String>> expected = new ArrayList<>();
    List<List<String>> read = new ArrayList<>();
    try (ClickHouse server = server()) {
      expected.addAll(server.rows(query("%1$s AS %2$s") + " ORDER BY number"));
      try (BlockAnswer answer =
          server.blocks(query("%1$s AS %2$s"), names(), Map.of("max_block_size", "70"))) {
        OutputBytes line = new OutputBytes(100);
        while (answer.next()) {
          assertThat(answer.blocks().rows()).isLessThanOrEqualTo(ROWS);
          for (line.clear(); answer.blocks().nextRow(line, VALUES.size()); line.clear()) {
            read.add(BlockLine.values(line.toByteArray(), VALUES.size()));
          }
        }
      }
    }
    assertThat(read).hasSize(ROWS);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < VALUES.size(); column++) {
        assertThat(read.get(row).get(column))
            .as("%s of row %d", names().get(column), row)
            .isEqualTo(expected.get(row).get(column));
      }
    }
  }

  @Test
  void whatIsNoWholeBlockIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = content();
    for (int length = 1; length < whole.length; length += 1 + length / 40) {
      NativeBlocks blocks =
          new NativeBlocks(new ByteArrayInputStream(Arrays.copyOf(whole, length)), names());
      assertThatThrownBy(
              () -> {
                while (blocks.next()) {
                  // The cut is in the only block.
                }
              })
          .as("cut at %d of %d", length, whole.length)
          .isInstanceOf(MalformedBlockException.class);
    }
    for (String error :
        List.of("Code: 241. DB::Exception: Memory limit", "\r\n__exception__\r\nabc", "<html>")) {
      NativeBlocks blocks = new NativeBlocks(new ByteArrayInputStream(error.getBytes()), names());
      assertThatThrownBy(blocks::next).as(error).isInstanceOf(MalformedBlockException.class);
    }
  }

  private static byte[] content() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (ClickHouse server = server();
        BlockAnswer answer = server.blocks(query("%1$s AS %2$s") + " LIMIT 3", names(), Map.of())) {
      while (answer.next()) {
        answer.blocks().writeTo(content);
      }
    }
    assertThat(content.size()).isGreaterThan(500);
    return content.toByteArray();
  }

  /** Blocks of any size: the buffer grows at whatever byte of a value it is full. */
  @Test
  void textsOfAllLengthsAreReadWhereverTheBufferGrows() throws IOException {
    try (ClickHouse server = server()) {
      for (int rows = 1; rows < 40_000; rows = rows * 2 + 1) {
        long bytes = 0;
        long read = 0;
        try (BlockAnswer answer =
            server.blocks(
                "SELECT repeat('x', number %% 300) AS t FROM numbers(%d)".formatted(rows),
                List.of("t"),
                Map.of("max_block_size", "65536"))) {
          OutputBytes line = new OutputBytes(400);
          while (answer.next()) {
            for (line.clear(); answer.blocks().nextRow(line, 1); line.clear()) {
              bytes += line.length() - 1;
              read++;
            }
          }
        }
        assertThat(read).isEqualTo(rows);
        assertThat(bytes)
            .isEqualTo(
                Long.parseLong(
                    server.value("SELECT sum(number %% 300) FROM numbers(%d)".formatted(rows))));
      }
    }
  }
}
