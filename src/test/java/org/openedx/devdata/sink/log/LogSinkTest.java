package org.openedx.devdata.sink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.RowsOfABlock;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

class LogSinkTest {

  private static final long DAY = 86_400_000_000L;

  @TempDir private Path folder;

  private RowsOfABlock.Seen write(
      boolean byDay, long linesPerFile, List<Consumer<BlockWriter>> blocks) throws Exception {
    RowsOfABlock.Seen receipts = new RowsOfABlock.Seen();
    try (LogSink sink =
        new LogSink(
            new FolderStore(folder),
            new LogNames("tracking", "-1of2"),
            byDay,
            linesPerFile,
            Codecs.of("none", OptionalInt.empty()),
            1)) {
      sink.open(DumpTable.XAPI, 0, 0);
      try (SinkWorker worker = sink.worker(receipts)) {
        for (int number = 0; number < blocks.size(); number++) {
          worker.deliver(new RowsOfABlock(DumpTable.XAPI, number, blocks.get(number)));
        }
      }
      sink.complete(DumpTable.XAPI);
    }
    return receipts;
  }

  private static Consumer<BlockWriter> lines(long... micros) {
    return out -> {
      for (long moment : micros) {
        OutputBytes line = new OutputBytes(8);
        line.put(Long.toString(moment).getBytes(StandardCharsets.UTF_8));
        out.line(moment, line);
      }
    };
  }

  @Test
  void linesOfABlockAreInOrderOfTimeAndDaysApart() throws Exception {
    RowsOfABlock.Seen receipts =
        write(true, 0, List.of(lines(DAY + 2, 5, DAY + 1, 3), lines(2 * DAY, 4), lines()));
    assertThat(receipts.delivered()).hasSize(3);
    assertThat(folder.resolve("tracking-1970-01-01-00000-1of2.log")).hasContent("3\n5\n4");
    assertThat(folder.resolve("tracking-1970-01-02-00000-1of2.log"))
        .hasContent((DAY + 1) + "\n" + (DAY + 2));
    assertThat(folder.resolve("tracking-1970-01-03-00000-1of2.log")).hasContent("" + 2 * DAY);
  }

  @Test
  void daysBeginAgainAfterSoManyLines() throws Exception {
    write(true, 1, List.of(lines(1), lines(2)));
    assertThat(folder.resolve("tracking-1970-01-01-00000-1of2.log")).hasContent("1");
    assertThat(folder.resolve("tracking-1970-01-01-00001-1of2.log")).hasContent("2");
  }

  @Test
  void oneFileTakesAllOrSoManyLines() throws Exception {
    write(false, 0, List.of(lines(2, DAY), lines(1)));
    assertThat(folder.resolve("tracking-1of2.log")).hasContent("2\n" + DAY + "\n1");
    write(false, 1, List.of(lines(2), lines(), lines(1)));
    assertThat(folder.resolve("tracking-00000-1of2.log")).hasContent("2");
    assertThat(folder.resolve("tracking-00002-1of2.log")).hasContent("1");
  }

  @Test
  void namesAreRecognised() throws Exception {
    write(true, 1, List.of(lines(1)));
    write(false, 1, List.of(lines(1)));
    write(false, 0, List.of(lines(1)));
    LogNames names = new LogNames("tracking", "-1of2");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(3)
          .allMatch(names::matches)
          .noneMatch(new LogNames("tracking", "")::matches);
    }
    assertThat(names.matches("tracking-1of2.log.gz")).isTrue();
    assertThat(names.matches("tracking-1of2.csv")).isFalse();
  }

  @Test
  void nothingElseHasAPlaceInIt() {
    assertThatThrownBy(() -> write(true, 0, List.of(out -> out.text("x"))))
        .hasMessageContaining("no rows of tables");
    assertThatThrownBy(() -> write(true, 0, List.of(out -> out.statement(null, null, null))))
        .hasMessageContaining("no statements");
  }
}
