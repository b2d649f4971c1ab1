package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.openedx.devdata.testing.GoldenFile;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestDatabase;

/** JSON documents of real runs, kept whole without what differs from run to run. Stateless. */
final class JsonOutput {

  private JsonOutput() {}

  /** Where the document of a run is kept, from the root of the repository. */
  static Path file(String name) {
    return Path.of("src/test/resources/org/openedx/devdata/cli/golden/json", name + ".json");
  }

  /** Compares a whole document with its file, once it is seen to be one document. */
  static void check(String name, CommandLab.Result result, int code) {
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    try {
      JsonNode document = new ObjectMapper().readTree(result.out());
      assertThat(document.isContainerNode()).as(result.out()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(result.out(), e);
    }
    GoldenFile.check(JsonOutput.class, "golden/json/" + name + ".json", plain(result.out()));
  }

  private static String plain(String document) {
    return document
        .replaceAll("(\"\\w*[sS]econds\": )[0-9.]+", "$11.5")
        .replaceAll("(\"statementsPerSecond\": )\\d+", "$120000")
        .replaceAll("(?s)(\"tableSeconds\": \\{).*?\\}", "$1 \"xapi_events_all\": 1.5 }")
        .replaceAll("(\"(pid|port)\": )\\d+", "$14242")
        .replaceAll("(\"dataBytes\": )\\d+", "$1123000000")
        .replaceAll("(\"(version|clickhouse)\": )\"[^\"]+\"", "$1\"26.7.1.1\"")
        .replaceAll("(\"host\": )\"(?!127\\.0\\.0\\.1)[^\"]+\"", "$1\"laptop\"")
        .replaceAll("(\"folder\": )\"/[^\"]+\"", "$1\"/home/me/site\"")
        .replaceAll("(\"spec\": )\"junit[^\"/]*/", "$1\"site/")
        .replaceAll("(\"(since|updated)\": )\"[^\"]+\"", "$1\"2026-03-29T01:30:00Z\"")
        .replaceAll("(\"database\": )\"t[0-9a-f_]+_main\"", "$1\"edxapp\"")
        .replaceAll("(\"run\": )\"[^\"]+\"", "$1\"FINGERPRINT\"")
        .replaceAll("(\"server\": )\"[^\"]+\"", "$1\"8.4.3\"")
        .replaceAll("read by \\d+ connections", "read by 2 connections")
        .replaceAll("(\"path\": )\"[^\"]*(/.devdata/snapshots/)", "$1\"/home/ada$2")
        .replaceAll("jdbc:mysql://[^/]+/\\w+", "jdbc:mysql://127.0.0.1:3306/edxapp")
        .replaceAll("ClickHouse \\w+@[^\"/]+", "ClickHouse ch_admin@127.0.0.1:8123");
  }

  /** A document without the address and the user of the test's ClickHouse. */
  static CommandLab.Result plain(CommandLab.Result result, TestClickHouse engine) {
    return new CommandLab.Result(
        result.code(),
        result
            .out()
            .replace(engine.url().toString(), "http://127.0.0.1:8123")
            .replaceAll("user \\w+\\)", "user ch_admin)"),
        result.err());
  }

  /** A document without the name of the test's database. */
  static CommandLab.Result plain(CommandLab.Result result, TestDatabase database) {
    return new CommandLab.Result(
        result.code(), result.out().replace(database.name(), "edxapp"), result.err());
  }
}
