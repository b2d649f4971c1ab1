package org.openedx.devdata.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.testing.Requirement;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.world.dump.DumpTable;

/** ClickHouse reads from Parquet what was put into it. */
@Tag("clickhouse")
class ParquetFormatTest {

  private static final long HIGH = 0x0102030405060708L;

  @TempDir private Path folder;
  private TestClickHouse engine;

  @BeforeEach
  void engineHere() {
    engine = TestClickHouse.required();
    Requirement.applies(
        engine.kind().equals("embedded"), "another server does not see files of this test");
  }

  private String file() {
    return "file('" + folder.resolve("made.parquet") + "', Parquet)";
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

    assertThat(
            engine.run(
                "SELECT count(), uniqExact(event_id), min(event_id), min(emission_time), max(emission_time),"
                    + " countIf(event = concat('{\"no\": ', toString(toUnixTimestamp64Micro(emission_time)"
                    + " - 1735689600123456), ', \"é\": 1}')) FROM (SELECT * FROM "
                    + file()
                    + " SETTINGS session_timezone = 'UTC')"))
        .isEqualTo(
            "150000\t150000\t01020304-0506-0708-0000-000000000000\t2025-01-01 00:00:00.123456\t"
                + "2025-01-01 00:00:00.273455\t150000\n");
  }

  @Test
  void columnsHaveTheTypesOfTheTables() throws Exception {
    write("zstd", 1, 1);

    assertThat(
            engine.run(
                "DESCRIBE " + file() + " SETTINGS schema_inference_make_columns_nullable = 0"))
        .contains("event_id\tUUID")
        .contains("emission_time\tDateTime64(6, \\'UTC\\')")
        .contains("event\tString");
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

    assertThat(
            engine.run(
                "SELECT min(id), groupArray(toUInt8(is_active)), any(username), min(user_id), any(dump_id), any(created)"
                    + " FROM "
                    + file()))
        .isEqualTo(
            "-19\t[1,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0]\tjürgen\t2147483628\t"
                + "01020304-0506-0708-ffff-ffffffffffff\t\n");
  }

  @Test
  void largeFilesHaveSeveralRowGroupsAndTellWhatTimesTheyHold() throws Exception {
    write("none", 6, 150_000);

    String groups =
        engine.run(
            "SELECT length(row_groups), arraySum(x -> x.num_rows, row_groups), num_rows,"
                + " row_groups[1].columns[2].statistics.min, row_groups[-1].columns[2].statistics.max"
                + " FROM file('"
                + folder.resolve("made.parquet")
                + "', ParquetMetadata)");
    List<String> cells = new ArrayList<>(List.of(groups.strip().split("\t")));
    assertThat(Integer.parseInt(cells.remove(0))).isGreaterThan(1);
    assertThat(cells).containsExactly("900000", "900000", "1735689600123456", "1735689601023455");
    assertThat(Files.size(folder.resolve("made.parquet"))).isGreaterThan(40_000_000L);
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    write("zstd", 2, 1000);
    byte[] first = Files.readAllBytes(folder.resolve("made.parquet"));
    write("zstd", 2, 1000);

    assertThat(Files.readAllBytes(folder.resolve("made.parquet"))).isEqualTo(first);
  }
}
