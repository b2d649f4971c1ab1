package org.openedx.devdata.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/** DuckDB reads from Parquet what was put into it: our writer knows two readers. */
class ParquetSecondReaderTest {

  private static final long HIGH = 0x0102030405060708L;

  @TempDir private Path folder;

  private Path write(String compression, int chunks, int chunk) throws Exception {
    ParquetFormat format = ParquetFormat.of(compression, OptionalInt.empty());
    try (Compressor compressor = format.compressor();
        LakeFile file =
            format.file(DumpTable.XAPI, new FolderStore(folder).open("made.parquet", 0))) {
      LakeRows rows = format.rows(DumpTable.XAPI, compressor);
      for (int row = 0; row < chunks * chunk; row++) {
        byte[] text = ("{\"no\": " + row + ", \"é\": 1}").getBytes(StandardCharsets.UTF_8);
        rows.uuid(0, HIGH, row);
        rows.moment(1, 1_735_689_600_123_456L + row);
        rows.text(2, text, text.length);
        rows.endRow();
        if (row % chunk == chunk - 1) {
          file.append(rows.end());
        }
      }
      file.complete();
    }
    return folder.resolve("made.parquet");
  }

  private static String line(Connection duckDb, String query) throws Exception {
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      StringJoiner line = new StringJoiner(" ");
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        line.add(result.getString(column));
      }
      return line.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "lz4", "gzip", "none"})
  void valuesAndTypesComeBack(String compression) throws Exception {
    Path file = write(compression, 3, 40_000);

    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      String from = " FROM read_parquet('" + file + "')";
      assertThat(
              line(
                  duckDb,
                  "SELECT count(*), count(DISTINCT event_id), min(event_id),"
                      + " epoch_us(min(emission_time)), epoch_us(max(emission_time)),"
                      + " count(*) FILTER (event = '{\"no\": ' || (epoch_us(emission_time)"
                      + " - 1735689600123456)::VARCHAR || ', \"é\": 1}')"
                      + from))
          .isEqualTo(
              "120000 120000 01020304-0506-0708-0000-000000000000 1735689600123456"
                  + " 1735689600243455 120000");
      assertThat(
              line(
                  duckDb,
                  "SELECT typeof(event_id), typeof(emission_time), typeof(event)"
                      + from
                      + " LIMIT 1"))
          .isEqualTo("UUID TIMESTAMP WITH TIME ZONE VARCHAR");
    }
  }

  @Test
  void largeFilesHaveSeveralRowGroupsWithTheTimesThatTheyHold() throws Exception {
    Path file = write("none", 6, 150_000);

    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
      String metadata =
          " FROM parquet_metadata('" + file + "') WHERE path_in_schema = 'emission_time'";
      assertThat(
              line(
                  duckDb,
                  "SELECT count(*) > 1, sum(row_group_num_rows),"
                      + " epoch_us(min(stats_min_value::TIMESTAMPTZ)),"
                      + " epoch_us(max(stats_max_value::TIMESTAMPTZ))"
                      + metadata))
          .isEqualTo("true 900000 1735689600123456 1735689601023455");
    }
    assertThat(Files.size(file)).isGreaterThan(40_000_000L);
  }
}
