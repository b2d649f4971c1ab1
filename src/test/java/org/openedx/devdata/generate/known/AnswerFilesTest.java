package org.openedx.devdata.generate.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.answers.AnswersFormat;
import org.openedx.devdata.answers.Charts;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.world.World;

class AnswerFilesTest {

  private static final String TEXT =
      """
      backend: discard
      start_date: 2025-01-01
      end_date: 2026-01-01
      course_length_days: 100
      num_organizations: 1
      num_actors: 30
      num_course_sizes: {small: 1}
      course_size_makeup:
        small: {actors: 20, problems: 9, videos: 4, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
      """;

  @TempDir Path folder;

  private static GenerationConfig config(String more) {
    return Backends.reader(
            "load.yaml", Map.<String, String>of()::get, Instant.parse("2026-03-01T12:00:00Z"))
        .read((TEXT + more).getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private Optional<ObjectNode> write(String more) throws Exception {
    GenerationConfig config = config(more);
    return AnswerFiles.write(config, World.of(config.world()), folder);
  }

  @Test
  void eachTableHasAFileWithAHeader() throws Exception {
    ObjectNode description = write("model: life\n").orElseThrow();
    Path answers = folder.resolve(AnswersFormat.FOLDER);
    assertThat(new ObjectMapper().readTree(answers.resolve("answers.json").toFile()))
        .isEqualTo(new ObjectMapper().readTree(description.toString()));
    assertThat(description.get("as_of").asText()).isEqualTo("2026-01-01");
    for (var chart : Charts.ALL) {
      AnswerTable table = chart.table();
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(answers.resolve(table.name() + ".csv.gz")))) {
        String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        assertThat(lines[0]).isEqualTo(String.join(",", table.columns()));
        assertThat(description.at("/tables/" + table.name() + "/rows").asInt())
            .isEqualTo(lines.length - 1);
      }
    }
  }

  @Test
  void areLeftOutWhereTheyAreNotWanted() throws Exception {
    assertThat(write("model: life\nanswers: false\n")).isEmpty();
    assertThat(write("model: life\nslice: 2/2\n")).isEmpty();
    assertThat(write("num_xapi_batches: 1\nbatch_size: 10\nanswers: false\n")).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    assertThat(write("model: life\nslice: 1/2\n")).isPresent();
  }

  @Test
  void ofAMixAreRefused() {
    assertThatThrownBy(() -> config("num_xapi_batches: 1\nbatch_size: 10\nanswers: true\n"))
        .hasMessageContaining("load.yaml:12:10: answers: true needs model: life");
  }
}
