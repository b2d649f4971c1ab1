package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.DumpTable;

/** Runs of generated data: the same bytes and sums, whatever threads, slices and destinations. */
class GenerationRunTest extends GenerationRuns {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void filesAreTheSameWhateverTheThreads() throws Exception {
    Path one = folder.resolve("one");
    Path four = folder.resolve("four");
    run(one, Slice.WHOLE, 1);
    run(four, Slice.WHOLE, 4);
    List<String> names = names(one);
    assertThat(names)
        .containsExactly(
            "blocks.csv.gz",
            "course_enrollments.csv.gz",
            "courses.csv.gz",
            "external_ids.csv.gz",
            "object_tags.csv.gz",
            "tags.csv.gz",
            "taxonomies.csv.gz",
            "user_profiles.csv.gz",
            "xapi.csv.gz");
    for (String name : names) {
      assertThat(four.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
  }

  @Test
  void slicesTogetherAreTheWhole() throws Exception {
    Path whole = folder.resolve("whole");
    GenerationResult expected = run(whole, Slice.WHOLE, 2);
    Path parts = folder.resolve("parts");
    Tally sum = new Tally(expected.delivered().get(DumpTable.XAPI).courses());
    for (int part : new int[] {2, 3, 1}) {
      sum.add(run(parts, new Slice(part, 3), 2).delivered().get(DumpTable.XAPI));
    }
    assertThat(sum.checksum()).isEqualTo(expected.delivered().get(DumpTable.XAPI).checksum());
    for (DumpTable table : DumpTable.values()) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (int part = 1; part <= 3; part++) {
        Path file = parts.resolve(table.fileName() + "-" + part + "of3.csv.gz");
        if (Files.exists(file)) {
          Files.copy(file, joined);
        }
      }
      assertThat(joined.toByteArray())
          .as(table.name())
          .isEqualTo(Files.readAllBytes(whole.resolve(table.fileName() + ".csv.gz")));
    }
  }

  @Test
  void theChecksumIsTheSumOfTheHashesOfTheStatements() throws Exception {
    GenerationResult result = run(folder, Slice.WHOLE, 2);
    Tally expected = new Tally(0);
    Set<String> ids = new HashSet<>();
    for (String line : lines("xapi")) {
      String event = line.substring(line.indexOf(",\"") + 2, line.length() - 1);
      String json = event.replace("\"\"", "\"");
      JsonNode statement = JSON.readTree(json);
      assertThat(line).startsWith(statement.get("id").asText() + ",");
      assertThat(line.split(",", 3)[1])
          .isEqualTo(statement.get("timestamp").asText().replace('T', ' '));
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      expected.row(XxHash64.of(bytes, 0, bytes.length), bytes.length);
      ids.add(statement.get("id").asText());
    }
    Tally made = result.delivered().get(DumpTable.XAPI);
    assertThat(made.checksum()).isEqualTo(expected.checksum());
    assertThat(made.rows()).isEqualTo(ids.size()).isEqualTo(STATEMENTS + 640);
    assertThat(made.bytes()).isEqualTo(expected.bytes());
  }

  @Test
  void theSinkDoesNotChangeTheChecksum() throws Exception {
    GenerationResult csv = run(folder, Slice.WHOLE, 2);
    GenerationResult none =
        Generations.run(Generations.plan(7, STATEMENTS, Slice.WHOLE, 7_000), new DiscardSink(), 3);
    for (DumpTable table : DumpTable.values()) {
      assertThat(none.delivered().get(table).checksum())
          .isEqualTo(csv.delivered().get(table).checksum());
    }
  }

  @Test
  void theManifestCountsByTableVerbAndCourse() throws Exception {
    GenerationResult result = run(folder, Slice.WHOLE, 2);
    JsonNode manifest = Manifest.of(result, Generations.config(), "csv");
    assertThat(manifest.get("seed").longValue()).isEqualTo(7);
    assertThat(manifest.get("start_date").asText()).isEqualTo("2025-03-01");
    assertThat(manifest.get("end_date").asText()).isEqualTo("2026-03-01");
    assertThat(manifest.at("/tables/xapi_events_all/rows").longValue()).isEqualTo(STATEMENTS + 640);
    assertThat(manifest.get("tables").size()).isEqualTo(9);
    assertThat(sum(manifest.get("verbs"))).isEqualTo(STATEMENTS + 640);
    assertThat(sum(manifest.get("courses"))).isEqualTo(STATEMENTS + 640);
    assertThat(manifest.get("courses").size()).isEqualTo(7);
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.longValue();
    }
    return sum;
  }

  private List<String> lines(String name) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new FileInputStream(folder.resolve(name + ".csv.gz").toFile()))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).endsWith("\r\n");
      return new ArrayList<>(List.of(text.split("\r\n")));
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
