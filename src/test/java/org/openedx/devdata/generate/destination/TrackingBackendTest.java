package org.openedx.devdata.generate.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.generate.GenerationRun;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.world.dump.DumpTable;

class TrackingBackendTest {

  private static final String CONFIG =
      """
      backend: tracking
      csv_output_destination: .
      model: life
      life: {set: company}
      start_date: 2025-01-01
      end_date: 2025-07-01
      course_length_days: 60
      num_organizations: 1
      num_actors: 300
      num_course_sizes: {small: 2}
      course_size_makeup:
        small: {actors: 260, problems: 6, videos: 4, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
      rows_per_file: 3000
      """;

  @TempDir private Path folder;

  private static GenerationConfig read(String text) {
    return Backends.reader("load.yaml", name -> null, Instant.parse("2026-03-01T12:00:00Z"))
        .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static ObjectNode load(Path target, String more) throws Exception {
    GenerationConfig config = read(CONFIG + more);
    Generation load = new Generation(config);
    RunFolder state = new RunFolder(target, config.output().slice());
    try (Sink sink = config.backend().open(new FolderOpening(config, target))) {
      return load.finish(
          load.run(sink, state, false, GenerationListener.SILENT).run(), sink, state, Map.of());
    }
  }

  /** All files but manifests, with their content. */
  private static Map<String, List<Byte>> contents(Path of) throws IOException {
    Map<String, List<Byte>> contents = new TreeMap<>();
    for (Path file : files(of)) {
      List<Byte> bytes = new ArrayList<>();
      for (byte one : Files.readAllBytes(file)) {
        bytes.add(one);
      }
      contents.put(file.getFileName().toString(), bytes);
    }
    return contents;
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*/(manifest|checkpoint)[^/]*"))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Path of) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(of)) {
      if (file.getFileName().toString().startsWith("tracking")) {
        lines.addAll(read(file));
      }
    }
    return lines;
  }

  private static List<String> read(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllLines(file);
    }
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(packed.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "size"})
  void filesAreTheSameWhateverTheThreads(String form) throws Exception {
    String more = "tracking_files: " + form + "\ncompression: gzip\nthreads: ";
    load(folder.resolve("one"), more + 1);
    ObjectNode manifest = load(folder.resolve("three"), more + 3);
    assertThat(contents(folder.resolve("three")))
        .hasSizeGreaterThan(10)
        .isEqualTo(contents(folder.resolve("one")));
    assertThat(lines(folder.resolve("one")))
        .hasSize(manifest.at("/tables/xapi_events_all/rows").intValue());
  }

  @Test
  void filesOfDaysHoldTheLinesOfTheirDaysInOrder() throws Exception {
    load(folder, "tracking_prefix: tutor\n");
    List<Path> logs =
        files(folder).stream().filter(file -> file.toString().endsWith(".log")).toList();
    assertThat(logs).hasSizeGreaterThan(60);
    for (Path log : logs) {
      String day = log.getFileName().toString().substring(9, 19);
      List<String> lines = Files.readAllLines(log);
      assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith(day));
    }
  }

  @Test
  void slicesTogetherAreTheWhole() throws Exception {
    load(folder.resolve("whole"), "");
    for (int part = 1; part <= 3; part++) {
      load(folder.resolve("parts"), "slice: " + part + "/3\n");
    }
    assertThat(lines(folder.resolve("parts")).stream().sorted().toList())
        .isEqualTo(lines(folder.resolve("whole")).stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "size"})
  void aRunThatWasStoppedResumesToTheSameFiles(String form) throws Exception {
    String more = "threads: 2\ntracking_files: " + form + "\n";
    Path whole = folder.resolve("whole");
    load(whole, more);
    Path stopped = folder.resolve("stopped");
    GenerationConfig config = read(CONFIG + more);
    Generation load = new Generation(config);
    RunFolder state = new RunFolder(stopped, config.output().slice());
    AtomicReference<GenerationRun> run = new AtomicReference<>();
    try (Sink sink = config.backend().open(new FolderOpening(config, stopped))) {
      run.set(load.run(sink, state, false, stopping(run)));
      assertThatThrownBy(run.get()::run).isInstanceOf(InterruptedException.class);
    }
    for (Path file : files(stopped)) {
      if (file.toString().endsWith(".log") && Files.size(file) < Files.size(like(whole, file))) {
        Files.write(file, new byte[10_000], StandardOpenOption.APPEND);
      }
    }
    try (Sink sink = config.backend().open(new FolderOpening(config, stopped))) {
      load.run(sink, state, true, GenerationListener.SILENT).run();
    }
    assertThat(contents(stopped)).isEqualTo(contents(whole));
  }

  private static Path like(Path whole, Path file) {
    return whole.resolve(file.getFileName());
  }

  /** Stops a run after some blocks of lines. */
  private static GenerationListener stopping(AtomicReference<GenerationRun> run) {
    AtomicInteger blocks = new AtomicInteger();
    return new GenerationListener() {
      @Override
      public void began(DumpTable table, long rows) {
        // Not needed.
      }

      @Override
      public void advanced(DumpTable table, long rows, long written) {
        if (table.holdsStatements() && blocks.incrementAndGet() == 2) {
          run.get().stop();
        }
      }

      @Override
      public void ended(DumpTable table) {
        // Not needed.
      }

      @Override
      public void failed(DumpTable table, long rows, String reason) {
        // Not needed.
      }
    };
  }

  @Test
  void aMixIsRefused() {
    assertThatThrownBy(() -> read(CONFIG.replaceAll("(model|life): .*\n", "")))
        .hasMessageContaining("backend: tracking logs what learners do")
        .hasMessageContaining("write model: life");
    assertThatThrownBy(() -> read(CONFIG + "tracking_prefix: edx\n"))
        .hasMessageContaining("tracking_prefix");
  }
}
