package org.openedx.devdata.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.testing.TestClickHouse;

/** The client under the JDBC driver, which the sink uses. */
@Tag("clickhouse")
class ClientV2Test {

  private static final String DATABASE = "test_client";
  private static TestClickHouse clickhouse;

  @BeforeAll
  static void makeDatabase() {
    clickhouse = TestClickHouse.required();
    clickhouse.freshDatabase(DATABASE);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "true,true"})
  void rowBinaryIsInserted(boolean compress, boolean http) throws Exception {
    String table = "rb_%s_%s".formatted(compress, http);
    clickhouse.run(
        "CREATE TABLE %s.%s (n UInt64, s String) ENGINE = MergeTree ORDER BY n"
            .formatted(DATABASE, table));
    int rows = 200_000;
    InsertSettings settings =
        new InsertSettings().compressClientRequest(compress).useHttpCompression(http);
    try (Client client = clickhouse.client(DATABASE);
        InsertResponse response =
            client
                .insert(
                    table,
                    List.of("s", "n"),
                    out -> {
                      DataOutputStream data = new DataOutputStream(out);
                      for (long n = 0; n < rows; n++) {
                        data.writeByte(5);
                        data.write("hello".getBytes(StandardCharsets.US_ASCII));
                        data.writeLong(Long.reverseBytes(n));
                      }
                      data.flush();
                    },
                    ClickHouseFormat.RowBinary,
                    settings)
                .get(60, TimeUnit.SECONDS)) {
      assertThat(response.getWrittenRows()).isEqualTo(rows);
    }
    assertThat(
            clickhouse.run(
                "SELECT count(), sum(n), uniqExact(s) FROM %s.%s".formatted(DATABASE, table)))
        .isEqualTo("200000\t19999900000\t1\n");
  }

  @Test
  void jsonEachRowIsInserted() throws Exception {
    clickhouse.run(
        "CREATE TABLE %s.json (n UInt64, s String) ENGINE = MergeTree ORDER BY n"
            .formatted(DATABASE));
    byte[] json = "{\"n\":1,\"s\":\"a\"}\n{\"n\":2,\"s\":\"é\"}".getBytes(StandardCharsets.UTF_8);
    try (Client client = clickhouse.client(DATABASE);
        InsertResponse response =
            client
                .insert("json", new ByteArrayInputStream(json), ClickHouseFormat.JSONEachRow)
                .get(60, TimeUnit.SECONDS)) {
      assertThat(response.getWrittenRows()).isEqualTo(2);
    }
    assertThat(clickhouse.run("SELECT s FROM %s.json ORDER BY n".formatted(DATABASE)))
        .isEqualTo("a\né\n");
  }

  @Test
  void nativeIsReadAndInsertedAgain() throws Exception {
    clickhouse.run(
        "CREATE TABLE %s.native (number UInt64) ENGINE = MergeTree ORDER BY number"
            .formatted(DATABASE));
    try (Client client = clickhouse.client(DATABASE);
        QueryResponse from =
            client
                .query(
                    "SELECT number FROM numbers(300000)",
                    new QuerySettings().setFormat(ClickHouseFormat.Native))
                .get(60, TimeUnit.SECONDS);
        InsertResponse into =
            client
                .insert("native", from.getInputStream(), ClickHouseFormat.Native)
                .get(60, TimeUnit.SECONDS)) {
      assertThat(into.getWrittenRows()).isEqualTo(300_000);
    }
    assertThat(clickhouse.run("SELECT sum(number) FROM %s.native".formatted(DATABASE)))
        .isEqualTo("44999850000\n");
  }

  @Test
  void parametersAreBoundNotSpliced() {
    try (Client client = clickhouse.client(DATABASE)) {
      List<GenericRecord> rows =
          client.queryAll(
              "SELECT {text:String} AS t, {n:Int32} + 1 AS n",
              Map.of("text", "it's \"x\" \\ é", "n", 41));
      assertThat(rows.get(0).getString("t")).isEqualTo("it's \"x\" \\ é");
      assertThat(rows.get(0).getLong("n")).isEqualTo(42);
    }
  }

  @Test
  void badRowFailsTheInsertWithClickHousesCode() {
    clickhouse.run(
        "CREATE TABLE %s.strict (n UInt8) ENGINE = MergeTree ORDER BY n".formatted(DATABASE));
    try (Client client = clickhouse.client(DATABASE)) {
      ByteArrayInputStream text =
          new ByteArrayInputStream("1\nx\n".getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(
              () -> client.insert("strict", text, ClickHouseFormat.TabSeparated).get().close())
          .hasStackTraceContaining("Code: 27");
    }
    assertThat(clickhouse.run("SELECT count() FROM %s.strict".formatted(DATABASE)))
        .isEqualTo("0\n");
  }

  @Test
  void missingTableIsTold() {
    try (Client client = clickhouse.client(DATABASE)) {
      assertThatThrownBy(() -> client.queryAll("SELECT * FROM nowhere"))
          .hasRootCauseInstanceOf(ServerException.class)
          .rootCause()
          .satisfies(e -> assertThat(((ServerException) e).getCode()).isEqualTo(60));
    }
  }

  @Test
  void settingsReachTheStatement() {
    try (Client client = clickhouse.client(DATABASE)) {
      List<GenericRecord> rows =
          client.queryAll(
              "SELECT toUInt64(getSetting('max_block_size')) AS n",
              new QuerySettings().serverSetting("max_block_size", "4321"));
      assertThat(rows.get(0).getLong("n")).isEqualTo(4321);
    }
  }
}
