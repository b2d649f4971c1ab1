package org.openedx.devdata.sink.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.RowsOfABlock;
import org.openedx.devdata.sink.SinkWorker;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/** Lines of a tracking log against the pattern with which Aspects' Vector takes them apart. */
class VectorSinkTest {

  private static final Pattern OF_ASPECTS =
      Pattern.compile("^.* \\[xapi_tracking\\] [^{}]* (?<message>\\{.*\\})$");

  @TempDir Path folder;

  private void write(Consumer<BlockWriter> rows) throws IOException, InterruptedException {
    RowsOfABlock.Seen receipts = new RowsOfABlock.Seen();
    try (VectorSink sink =
        new VectorSink(
            new FolderStore(folder), "tracking.log", Codecs.of("none", OptionalInt.empty()), 1)) {
      sink.open(DumpTable.XAPI, 0, 0);
      try (SinkWorker worker = sink.worker(receipts)) {
        worker.deliver(new RowsOfABlock(DumpTable.XAPI, 0, rows));
      }
      sink.complete(DumpTable.XAPI);
    }
    assertThat(receipts.delivered()).hasSize(1);
  }

  private static OutputBytes json(String text) {
    OutputBytes json = new OutputBytes(8);
    json.put(text.getBytes(StandardCharsets.UTF_8));
    return json;
  }

  @Test
  void eachStatementIsALine() throws Exception {
    List<String> statements =
        List.of(
            "{}",
            "{\"a\":{\"b\":\"c [xapi_tracking] d\"}}",
            "{\"name\":\"J\u00fcrgen \u7530\u4e2d\"}");
    write(
        out -> {
          for (String statement : statements) {
            out.statement(null, json(statement), null);
          }
        });
    List<String> lines = Files.readAllLines(folder.resolve("tracking.log"));

    assertThat(lines).hasSameSizeAs(statements);
    for (int n = 0; n < lines.size(); n++) {
      Matcher matcher = OF_ASPECTS.matcher(lines.get(n));
      assertThat(matcher.matches()).as(lines.get(n)).isTrue();
      assertThat(matcher.group("message")).isEqualTo(statements.get(n));
    }
  }

  static List<Consumer<BlockWriter>> otherRows() {
    return List.of(
        out -> out.text("x"),
        out -> out.number(1),
        BlockWriter::noNumber,
        out -> out.flag(true),
        out -> out.uuid(1, 2),
        BlockWriter::endRow);
  }

  @ParameterizedTest
  @MethodSource("otherRows")
  void otherRowsHaveNoPlaceInATrackingLog(Consumer<BlockWriter> row) {
    assertThatThrownBy(() -> write(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("statements only");
  }
}
