package org.openedx.devdata.cli.generate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.SmallLoads;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.generate.GenerationRun;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.world.dump.DumpTable;

/** A small configuration of load-db, its files, and a run of it that is stopped early. */
abstract class SmallRuns {

  static final String SMALL =
      "backend: csv\ncsv_output_destination: out\ncompression: none\n" + SmallLoads.WORLD;

  @TempDir Path folder;
  CommandLab lab;

  @BeforeEach
  void configuration() {
    lab = new CommandLab(folder).file("small.yaml", SMALL);
  }

  JsonNode manifest(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out").resolve(name).toFile());
  }

  /** Stops a run of the same configuration after its second block of statements. */
  void breakOff(String text) throws IOException {
    GenerationConfig config =
        Backends.reader("small.yaml", Map.<String, String>of()::get, CommandLab.NOW)
            .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    AtomicReference<GenerationRun> run = new AtomicReference<>();
    Path out = folder.resolve("out");
    try (Sink sink =
        new CsvSink(new CsvFiles(out, "", 0), Codecs.of("none", config.output().level()), 2)) {
      run.set(
          new Generation(config)
              .run(sink, new RunFolder(out, Slice.WHOLE), false, new StopsEarly(run)));
      assertThatThrownBy(() -> run.get().run()).isInstanceOf(InterruptedException.class);
    }
  }

  private record StopsEarly(AtomicReference<GenerationRun> run) implements GenerationListener {
    @Override
    public void began(DumpTable table, long rows) {}

    @Override
    public void advanced(DumpTable table, long rows, long written) {
      if (table.holdsStatements()) {
        run.get().stop();
      }
    }

    @Override
    public void ended(DumpTable table) {}

    @Override
    public void failed(DumpTable table, long rows, String reason) {}
  }
}
