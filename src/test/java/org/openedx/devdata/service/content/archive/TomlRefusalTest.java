package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TOML files of an archive that cannot be read, or that no column can hold. */
class TomlRefusalTest extends RefusedArchives {

  private static final String UNIT = "entities/u.toml";

  @Test
  void refusesADateThatIsNone() throws IOException {
    Path zip =
        TestZip.of(
            folder, Map.of("package.toml", TestZip.PACKAGE.replace("2025-08-19T", "2026-13-01T")));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!package.toml:9:1: has a value that is none, such as a date with a 13th month;"
                + " correct it");
  }

  @ParameterizedTest
  @CsvSource({"501, title", "70000, title", "10001, description"})
  void refusesTextsThatNoColumnHolds(int length, String key) throws IOException {
    String text =
        TestZip.PACKAGE.replaceAll(key + " = .*", key + " = \"" + "x".repeat(length) + "\"");

    assertThat(problems(TestZip.of(folder, Map.of("package.toml", text))))
        .singleElement()
        .asString()
        .contains("learning_package." + key + " has " + length + " characters");
  }

  @Test
  void tellsWhereTheTomlBreaks() throws IOException {
    Path zip = TestZip.withEntity(folder, UNIT, "[entity]", "key = ");

    assertThat(problems(zip))
        .first()
        .asString()
        .startsWith("lib.zip!entities/u.toml:2:7: is not TOML");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path zip =
        TestZip.ofBytes(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE
                    .replace("\"T\"", "\"\u00dc\"")
                    .getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(problems(zip))
        .containsExactly("lib.zip!package.toml: is not UTF-8; save it in that encoding");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    String text = TestZip.PACKAGE.replace("format_version = 1", "format_version = 2");

    assertThat(problems(TestZip.of(folder, Map.of("package.toml", text))))
        .containsExactly(
            "lib.zip!package.toml:2:1: format_version is '2'; this version of devdata reads format"
                + " 1");
  }
}
