package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.Main;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.JavaCommand;
import org.openedx.devdata.testing.TestObjectStore;

/** Files that go elsewhere than into a folder. */
class LoadDbFilePlacesTest {

  private static final String CONFIG =
      """
      backend: csv
      csv_output_destination: %s
      compression: none
      threads: 2
      seed: 7
      num_xapi_batches: 30
      batch_size: 1024
      start_date: 2025-01-01
      end_date: 2026-01-01
      course_length_days: 100
      num_organizations: 2
      num_actors: 50
      num_course_sizes: {small: 2}
      course_size_makeup:
        small: {actors: 20, problems: 4, videos: 3, chapters: 1, sequences: 2, verticals: 4, forum_posts: 2}
      """;

  @TempDir private Path folder;
  private final TestObjectStore store = TestObjectStore.start();
  private CommandLab lab;

  @BeforeEach
  void configuration() {
    lab =
        new CommandLab(folder)
            .file("local.yaml", CONFIG.formatted("local"))
            .file("s3.yaml", CONFIG.formatted("s3://lab-bucket/xapi") + store.configuration());
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void load(String... more) {
    String[] line = new String[more.length + 2];
    line[0] = "load-db";
    line[1] = "--config_file";
    System.arraycopy(more, 0, line, 2, more.length);
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out() + result.err()).doesNotContain(TestObjectStore.SECRET);
  }

  private byte[] local(String name) throws IOException {
    return Files.readAllBytes(folder.resolve("local").resolve(name));
  }

  private static JsonNode tables(byte[] manifest) throws IOException {
    return new ObjectMapper().readTree(manifest).get("tables");
  }

  @Test
  void anObjectStoreGetsTheSameFilesAndTheManifest() throws IOException {
    load("local.yaml");
    load("s3.yaml");

    assertThat(store.keys())
        .containsExactly(
            "xapi/blocks.csv",
            "xapi/course_enrollments.csv",
            "xapi/courses.csv",
            "xapi/external_ids.csv",
            "xapi/manifest.json",
            "xapi/object_tags.csv",
            "xapi/tags.csv",
            "xapi/taxonomies.csv",
            "xapi/user_profiles.csv",
            "xapi/xapi.csv");
    for (String key : store.keys()) {
      if (key.endsWith(".csv")) {
        assertThat(store.content(key)).as(key).isEqualTo(local(key.substring("xapi/".length())));
      }
    }
    assertThat(tables(store.content("xapi/manifest.json")))
        .isEqualTo(tables(local("manifest.json")));
    assertThat(folder.resolve(".devdata/load-db/csv-s3-lab-bucket-xapi/manifest.json")).exists();
  }

  @Test
  void aRunThatWasKilledIsCarriedOnToTheSameObject() throws Exception {
    load("local.yaml");
    CountDownLatch parts = store.nextParts(2);
    Process process =
        new ProcessBuilder(JavaCommand.main(Main.class, "load-db", "--config_file", "s3.yaml"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.log").toFile())
            .start();
    try {
      TestObjectStore.await(parts);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(store.keys()).doesNotContain("xapi/xapi.csv");

    load("s3.yaml", "--resume");

    assertThat(store.content("xapi/xapi.csv")).isEqualTo(local("xapi.csv"));
    assertThat(tables(store.content("xapi/manifest.json")))
        .isEqualTo(tables(local("manifest.json")));
    assertThat(store.unfinished()).isZero();
  }

  /** The process runs elsewhere, so paths must not be relative. */
  @Test
  void rowsPerFileMakesSeveralObjects() throws IOException {
    lab.file("s3.yaml", Files.readString(folder.resolve("s3.yaml")) + "rows_per_file: 10240\n");
    load("local.yaml");
    load("s3.yaml");

    List<String> parts = store.keys().stream().filter(k -> k.startsWith("xapi/xapi-")).toList();
    assertThat(parts).startsWith("xapi/xapi-00000.csv", "xapi/xapi-00001.csv");
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(new String(store.content(part), java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(all.toString().equals(Files.readString(folder.resolve("local/xapi.csv")))).isTrue();
  }

  @Test
  void aFileUrlIsAFolder() throws IOException {
    lab.file("url.yaml", CONFIG.formatted(folder.resolve("there").toUri()));
    load("local.yaml");
    load("url.yaml");

    assertThat(folder.resolve("there/xapi.csv"))
        .hasSameBinaryContentAs(folder.resolve("local/xapi.csv"));
    assertThat(folder.resolve("there/manifest.json")).exists();
  }

  @Test
  void anyFileSystemOfJavaWillDo() throws IOException {
    URI zip = URI.create("jar:" + folder.resolve("all.zip").toUri() + "!/data");
    lab.file("zip.yaml", CONFIG.formatted("'" + zip + "'"));
    load("local.yaml");
    load("zip.yaml");

    try (FileSystem system = FileSystems.newFileSystem(folder.resolve("all.zip"))) {
      assertThat(system.getPath("data/xapi.csv"))
          .hasSameBinaryContentAs(folder.resolve("local/xapi.csv"));
      assertThat(system.getPath("data/manifest.json")).exists();
    }
  }

  @Test
  void withoutTheBucketItSaysSo() {
    lab.file("s3.yaml", CONFIG.formatted("s3://another/xapi") + store.configuration());

    CommandLab.Result result = lab.run("load-db", "--config_file", "s3.yaml");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err())
        .contains("refused s3://another/xapi/taxonomies.csv")
        .contains("404 NoSuchBucket")
        .hasLineCount(1);
  }
}
