package org.openedx.devdata.sink.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.RowsOfABlock;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.world.dump.DumpTable;

/** The CSV dialect, read back by another reader; and files that are resumed. */
class CsvSinkTest {

  @TempDir Path folder;

  private List<Receipt> write(int first, long position, List<Consumer<BlockWriter>> blocks)
      throws IOException, InterruptedException {
    RowsOfABlock.Seen receipts = new RowsOfABlock.Seen();
    try (CsvSink sink =
        new CsvSink(new CsvFiles(folder, "", 0), Codecs.of("none", OptionalInt.empty()), 1)) {
      sink.open(DumpTable.TAG, first, position);
      try (SinkWorker worker = sink.worker(receipts)) {
        int number = first;
        for (Consumer<BlockWriter> rows : blocks) {
          worker.deliver(new RowsOfABlock(DumpTable.TAG, number++, rows));
        }
      }
      sink.complete(DumpTable.TAG);
    }
    return receipts.delivered();
  }

  private static Consumer<BlockWriter> row(String... values) {
    return out -> {
      for (String value : values) {
        out.text(value);
      }
      out.endRow();
    };
  }

  @Test
  void valuesAreQuotedOnlyWhereNeeded() throws Exception {
    write(
        0,
        0,
        List.of(
            out -> {
              out.text("plain text");
              out.text("a,b");
              out.text("say \"x\"");
              out.text("two\nlines");
              out.number(-7);
              out.noNumber();
              out.flag(false);
              out.uuid(0x0123456789abcdefL, 0xfedcba9876543210L);
              out.endRow();
            },
            row("", "")));

    assertThat(Files.readString(folder.resolve("tags.csv")))
        .isEqualTo(
            "plain text,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-7,,False,"
                + "01234567-89ab-cdef-fedc-ba9876543210\r\n,\r\n");
  }

  @Test
  void anotherReaderFindsTheSameValues() throws Exception {
    Random random = new Random(4);
    String letters = "ab ,\"\n\r;'\u00e9\u7530\\\t";
    List<List<String>> rows = new ArrayList<>();
    List<Consumer<BlockWriter>> blocks = new ArrayList<>();
    for (int n = 0; n < 300; n++) {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < 3; column++) {
        StringBuilder value = new StringBuilder();
        // A value is never empty: CSV does not know NULL, and readers differ there.
        for (int letter = random.nextInt(12); letter >= 0; letter--) {
          value.append(letters.charAt(random.nextInt(letters.length())));
        }
        values.add(value.toString());
      }
      rows.add(values);
      blocks.add(row(values.toArray(String[]::new)));
    }
    write(0, 0, blocks);

    List<List<String>> found = duckDb(folder.resolve("tags.csv"));
    assertThat(found).hasSameSizeAs(rows);
    for (int n = 0; n < rows.size(); n++) {
      assertThat(found.get(n)).as("row %d", n).isEqualTo(rows.get(n));
    }
  }

  private static List<List<String>> duckDb(Path file) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    String sql =
        "SELECT * FROM read_csv('%s', header=false, quote='\"', escape='\"', delim=',',"
            + " new_line='\\r\\n', auto_detect=false, parallel=false,"
            + " columns={'a':'VARCHAR','b':'VARCHAR','c':'VARCHAR'})";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet found = duck.createStatement().executeQuery(sql.formatted(file))) {
      while (found.next()) {
        rows.add(List.of(found.getString(1), found.getString(2), found.getString(3)));
      }
    }
    return rows;
  }

  @Test
  void aFileIsResumedAfterTheLastReceipt() throws Exception {
    List<Receipt> whole = write(0, 0, List.of(row("a"), row("bb"), row("ccc")));
    String expected = Files.readString(folder.resolve("tags.csv"));
    write(0, 0, List.of(row("a"), row("bb"), row("never arrived")));
    Receipt last = whole.get(1);
    write(last.block().number() + 1, last.position(), List.of(row("ccc")));

    assertThat(Files.readString(folder.resolve("tags.csv"))).isEqualTo(expected);
    assertThat(whole).extracting(Receipt::position).containsExactly(3L, 7L, 12L);
  }
}
