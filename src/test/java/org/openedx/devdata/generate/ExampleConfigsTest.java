package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.generate.destination.FolderOpening;
import org.openedx.devdata.generate.trial.Estimate;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.testing.TestObjectStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Every configuration is read as it is; those that are shipped are run, too, with fewer batches and
 * course runs.
 */
class ExampleConfigsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final TestObjectStore REMOTE = TestObjectStore.start();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    REMOTE.close();
  }

  static Stream<Path> examples() throws IOException {
    return in(Path.of("example_configs"));
  }

  private static Stream<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isValidAndEstimated(Path example) throws IOException {
    GenerationConfig config = read(Files.readString(example));
    if (config.statements().random() <= 10_000_000) {
      Estimate estimate = Estimate.of(new Generation(config), NOW.toEpochMilli() * 1000);
      assertThat(estimate.tables().get(DumpTable.XAPI).count()).isPositive();
      assertThat(estimate.tables())
          .allSatisfy((table, rows) -> assertThat(rows.bytes() > 0).isEqualTo(rows.count() > 0));
      assertThat(estimate.written().isPresent())
          .isEqualTo(List.of("csv", "chdb", "vector", "tracking").contains(config.backend().key()));
      if (config.backend().stored(config).isPresent()) {
        assertThat(estimate.written().orElseThrow())
            .isBetween(1L, estimate.tables().get(DumpTable.XAPI).bytes());
      }
      assertThat(estimate.months()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsScaledDown(Path example) throws Exception {
    GenerationConfig config = read(inTheLab(scaledDown(Files.readString(example))));
    try (Sink sink = sink(config)) {
      Generation load = new Generation(config);
      RunFolder state = new RunFolder(folder, config.output().slice());
      GenerationResult result = load.run(sink, state, false, GenerationListener.SILENT).run();
      assertThat(
              load.finish(result, sink, state, Map.of())
                  .at("/tables/xapi_events_all/rows")
                  .longValue())
          .isGreaterThan(500);
      assertThat(folder.resolve("manifest" + config.output().slice().mark() + ".json")).exists();
      assertThat(folder.resolve("checkpoint" + config.output().slice().mark() + ".json"))
          .doesNotExist();
    }
  }

  @Test
  void theDefaultConfigurationIsSmall() throws IOException {
    byte[] bytes = Generation.class.getResourceAsStream("default.yaml").readAllBytes();
    GenerationConfig config = read(new String(bytes, StandardCharsets.UTF_8));
    long yearAgo = NOW.minus(365, ChronoUnit.DAYS).toEpochMilli() * 1000;
    Estimate estimate = Estimate.of(new Generation(config), yearAgo);
    assertThat(estimate.tables().get(DumpTable.XAPI).count()).isBetween(50_000L, 200_000L);
    assertThat(estimate.expired()).isLessThan(1_000);
  }

  /** Files are written, what servers would get is not. */
  private Sink sink(GenerationConfig config) throws IOException {
    return config.backend().open(new FolderOpening(config, folder, store(config)));
  }

  /** Where the example says when that is an object store, else the test's folder. */
  private FileStore store(GenerationConfig config) throws IOException {
    FilePlace place = new FilePlace(config, folder);
    return place.bucket().isPresent() ? place.open() : new FolderStore(folder);
  }

  private String inTheLab(String text) {
    return text.replace("http://localhost:9000\n", REMOTE.endpoint() + "\n")
        .replace("s3://aspects/", "s3://" + TestObjectStore.BUCKET + "/")
        .replace("s3_key: minioadmin", "s3_key: " + TestObjectStore.KEY)
        .replace("s3_key: AKIAEXAMPLE", "s3_key: " + TestObjectStore.KEY)
        .replace(
            "s3_bucket: aspects-lake",
            "s3_bucket: %s\ns3_endpoint: %s".formatted(TestObjectStore.BUCKET, REMOTE.endpoint()))
        .replaceAll("s3_secret: .*", "s3_secret: " + TestObjectStore.SECRET);
  }

  private static String scaledDown(String text) {
    return text.replaceAll("num_xapi_batches: \\d+", "num_xapi_batches: 20")
        .replaceAll("num_batches: \\d+", "num_batches: 20")
        .replaceAll("batch_size: \\d+", "batch_size: 1000")
        .replaceAll("_publishes: \\d+", "_publishes: 2")
        .replaceAll("(small|medium|large|huge): \\d+", "$1: 1");
  }

  private static GenerationConfig read(String text) {
    return Backends.reader("example", Map.<String, String>of()::get, NOW)
        .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
