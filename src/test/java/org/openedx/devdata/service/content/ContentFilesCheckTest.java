package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.content.ContentProblems.PACKAGE;
import static org.openedx.devdata.service.content.ContentProblems.problems;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and texts of components that cannot be kept. */
class ContentFilesCheckTest {

  @Test
  void refusesMediaTypesAndFilesThatAreNotWhatTheyShouldBe() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components:
                      - type: html
                        key: x
                        files:
                          - {path: static/a, text: a, media_type: picture}
                          - {path: static/b}
                          - {path: static/c, from: does/not/exist.png}
                          - {path: static/d, base64: "*"}
                          - {path: ../e, text: e}
                    """))
        .containsExactly(
            "spec.yaml:6:47: media type \"picture\" is unknown; write type/sub_type, such as"
                + " image/png",
            "spec.yaml:7:9: file 'static/b' needs one of from, text and base64, and has 0",
            "spec.yaml:8:32: there is no file \"does/not/exist.png\"",
            "spec.yaml:9:34: base64 is malformed: Input byte[] should at least have 2 bytes for"
                + " base64 bytes",
            "spec.yaml:10:16: path \"../e\" leads out of the component; write one like static/a.png");
  }

  @Test
  void refusesTextOverTheLimit() {
    assertThat(
            problems(
                PACKAGE
                    + "components: [{type: html, key: x, files: [{path: a, in_database: true, text: "
                    + "x".repeat(50_001)
                    + "}]}]\n"))
        .singleElement()
        .asString()
        .endsWith("the text has 50001 characters; at most 50000 are kept");
  }

  @Test
  void refusesAFileOverTheLimitWithoutReadingIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50_000_001);
    }
    String spec = "components: [{type: html, key: x, files: [{path: static/a, from: %s}]}]\n";

    assertThat(problems(PACKAGE + spec.formatted(file)))
        .containsExactly("spec.yaml:2:66: the file has 50000001 bytes; at most 50000000 are kept");

    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50_000_000);
    }
    assertThat(problems(PACKAGE + spec.formatted(file))).isEmpty();
  }
}
