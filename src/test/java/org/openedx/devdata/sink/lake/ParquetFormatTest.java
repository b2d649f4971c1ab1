package org.openedx.devdata.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/** ClickHouse reads from Parquet what was put into it. */
@Tag("clickhouse")
class ParquetFormatTest {

  private static final String DATABASE = "test_parquet";
  private static final long HIGH = 0x0102030405060708L;

  @TempDir private Path folder;
  private TestClickHouse engine;

  @BeforeEach
  void emptyDatabase() {
    engine = TestClickHouse.required();
    engine.freshDatabase(DATABASE);
  }

  /** A table with what the engine reads from the file, as a load sends it. */
  private String inserted(DumpTable table, String columns) {
    TableName into = new TableName(DATABASE, "made");
    engine.run("CREATE TABLE " + into.quoted() + " (" + columns + ") ENGINE = Memory");
    try (ClickHouse server =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()))) {
      server.insertFile(
          into,
          table.columns().stream().map(DumpTable.Column::name).toList(),
          "Parquet",
          out -> Files.copy(folder.resolve("made.parquet"), out),
          "",
          Map.of());
    }
    return into.quoted();
  }

  private LakeFile open(ParquetFormat format, DumpTable table) throws IOException {
    return format.file(table, new FolderStore(folder).open("made.parquet", 0));
  }

  /** Chunks of rows numbered through. */
  private void write(String compression, int chunks, int rows) throws Exception {
    ParquetFormat format = ParquetFormat.of(compression, OptionalInt.empty());
    try (Compressor compressor = format.compressor();
        LakeFile file = open(format, DumpTable.XAPI)) {
      LakeRows lake = format.rows(DumpTable.XAPI, compressor);
      for (int row = 0; row < chunks * rows; row++) {
        byte[] text = ("{\"no\": " + row + ", \"é\": 1}").getBytes(StandardCharsets.UTF_8);
        lake.uuid(0, HIGH, row);
        lake.moment(1, 1_735_689_600_123_456L + row);
        lake.text(2, text, text.length);
        lake.endRow();
        if (row % rows == rows - 1) {
          file.append(lake.end());
        }
      }
      file.complete();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "lz4", "gzip", "none"})
  void valuesComeBack(String compression) throws Exception {
    write(compression, 3, 50_000);

    String made =
        inserted(DumpTable.XAPI, "event_id UUID, emission_time DateTime64(6, 'UTC'), event String");
    assertThat(
            engine.run(
                "SELECT count(), uniqExact(event_id), min(event_id), min(emission_time), max(emission_time),"
                    + " countIf(event = concat('{\"no\": ', toString(toUnixTimestamp64Micro(emission_time)"
                    + " - 1735689600123456), ', \"é\": 1}')) FROM "
                    + made))
        .isEqualTo(
            "150000\t150000\t01020304-0506-0708-0000-000000000000\t2025-01-01 00:00:00.123456\t"
                + "2025-01-01 00:00:00.273455\t150000\n");
  }

  @Test
  void everyTypeOfColumnIsKept() throws Exception {
    ParquetFormat format = ParquetFormat.of("zstd", OptionalInt.empty());
    DumpTable table = DumpTable.COURSE_ENROLLMENT;
    try (Compressor compressor = format.compressor();
        LakeFile file = open(format, table)) {
      LakeRows rows = format.rows(table, compressor);
      for (int row = 0; row < 20; row++) {
        rows.int32(0, -row);
        rows.text(1, "key");
        rows.text(2, "");
        rows.flag(3, row % 3 == 0);
        rows.text(4, "honor");
        rows.text(5, "jürgen");
        rows.int32(6, Integer.MAX_VALUE - row);
        rows.uuid(7, HIGH, -1L);
        rows.text(8, "2025");
        rows.endRow();
      }
      file.append(rows.end());
      file.complete();
    }

    String made =
        inserted(
            table,
            "id Int32, course_key String, created String, is_active Bool, mode String,"
                + " username String, user_id Int32, dump_id UUID, time_last_dumped String");
    assertThat(
            engine.run(
                "SELECT min(id), groupArray(toUInt8(is_active)), any(username), min(user_id), any(dump_id), any(created)"
                    + " FROM "
                    + made))
        .isEqualTo(
            "-19\t[1,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0]\tjürgen\t2147483628\t"
                + "01020304-0506-0708-ffff-ffffffffffff\t\n");
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    write("zstd", 2, 1000);
    byte[] first = Files.readAllBytes(folder.resolve("made.parquet"));
    write("zstd", 2, 1000);

    assertThat(Files.readAllBytes(folder.resolve("made.parquet"))).isEqualTo(first);
  }
}
