package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** What bad input gets, before a database is opened. */
class ContentCheckTest {

  private static final String PACKAGE = "learning_packages: [{key: p, created: 2026-01-01}]\n";

  private static List<String> problems(String spec) {
    try {
      SpecLab.read(new ContentService(), spec);
      return List.of();
    } catch (SpecException e) {
      return e.problems().stream()
          .map(problem -> problem.position() + ": " + problem.message())
          .toList();
    }
  }

  @Test
  void refusesAUnitInAUnit() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    units:
                      - {key: u}
                      - {key: v, children: [u]}
                    """))
        .containsExactly(
            "spec.yaml:4:5: a unit holds components, but 'u' is a unit; take another child");
  }

  @Test
  void reportsWhatFollowsFromAFaultNotAtAll() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components: [{type: html, key: "a b"}, {type: html, key: c}]
                    units:
                      - {key: u, children: [html:c]}
                      - {key: v, children: [u]}
                      - {key: w, children: ["html:a b"]}
                    subsections: [{key: s, children: [v]}]
                    edits: [{entity: v, at: 2026-02-02, draft: 1}]
                    deletions: [{entity: v, at: 2026-02-04}]
                    publishes: [{at: 2026-02-03, entities: [v]}]
                    collections: [{key: k, title: K, entities: [v, "html:a b"]}]
                    """))
        .containsExactly(
            "spec.yaml:2:32: key \"a b\" may only have letters, digits and . _ - : ~",
            "spec.yaml:5:5: a unit holds components, but 'u' is a unit; take another child");
  }

  @Test
  void refusesAVersionOlderThanWhatItIsAVersionOf() {
    assertThat(
            problems(
                """
                learning_packages: [{key: p}]
                components: [{type: html, key: a, versions: [{at: 2020-01-01}]}]
                units: [{key: u, created: 2020-02-01, versions: [{at: 2020-01-01}]}]
                """))
        .containsExactly(
            "spec.yaml:2:46: a version of 2020-01-01T00:00:00Z comes before what it is a version"
                + " of, which is made at the time of the run; give it, or its package, an earlier"
                + " created",
            "spec.yaml:3:50: a version of 2020-01-01T00:00:00Z comes before what it is a version"
                + " of, which is made at 2020-02-01T00:00:00Z; check the times");
  }

  @Test
  void refusesToRemoveAChildThatIsNotThereAsItIsGiven() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components: [{type: html, key: a}, {type: html, key: b}]
                    units: [{key: u, children: ["html:a@1"]}]
                    edits:
                      - {entity: u, at: 2026-02-02, remove_children: [html:a]}
                      - {entity: u, at: 2026-02-02, remove_children: [html:b]}
                    """))
        .containsExactly(
            "spec.yaml:5:5: cannot remove 'xblock.v1:html:a': it is held at version 1 (KEY@1), not"
                + " at its latest version (KEY)",
            "spec.yaml:6:5: cannot remove 'xblock.v1:html:b': it is no child at this time; leave it"
                + " out or check the times");
  }

  @Test
  void refusesAComponentOfAnotherPackage() {
    assertThat(
            problems(
                """
                learning_packages: [{key: a}, {key: b}]
                components: [{package: a, type: html, key: x}]
                units: [{package: b, key: u, children: [html:x]}]
                """))
        .containsExactly(
            "spec.yaml:3:9: \"html:x\" belongs to the package \"a\"; take one of \"b\"");
  }

  @Test
  void refusesAPinnedVersionThatTheEntityDoesNotHave() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components: [{type: html, key: x}]
                    units: [{key: u, children: ["html:x@2"]}]
                    """))
        .containsExactly(
            "spec.yaml:3:9: 'xblock.v1:html:x' has no version 2 at this time; its last one is 1");
  }

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

  @Test
  void refusesKeysOfTheWrongForm() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components:
                      - {type: html, key: a b}
                      - {type: "x:y", key: a}
                    units: [{key: "u/1"}]
                    collections: [{key: "ü"}]
                    """))
        .containsExactly(
            "spec.yaml:3:23: key \"a b\" may only have letters, digits and . _ - : ~",
            "spec.yaml:4:12: type \"x:y\" may only have letters, digits and . _ -",
            "spec.yaml:5:15: key \"u/1\" may only have letters, digits and . _ - : ~",
            "spec.yaml:6:21: key \"ü\" may only have letters, digits and . _ -");
  }

  @Test
  void refusesVersionNumbersOutOfOrder() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components:
                      - type: html
                        key: x
                        versions:
                          - {version_num: 3}
                          - {version_num: 2}
                    """))
        .containsExactly(
            "spec.yaml:7:9: version 2 of 'xblock.v1:html:x' comes after version 3; numbers must"
                + " rise with time");
  }

  @Test
  void refusesAPublishOfSomethingDeletedUnlessToldTo() {
    String spec =
        PACKAGE
            + """
            components: [{type: html, key: x}]
            deletions: [{entity: html:x, at: 2026-01-03}]
            publishes:
              - {at: 2026-01-02}
              - {at: 2026-01-04, entities: [html:x]%s}
            """;
    assertThat(problems(spec.formatted("")))
        .singleElement()
        .asString()
        .startsWith("spec.yaml:6:5: 'xblock.v1:html:x' is deleted at this time");
    assertThat(problems(spec.formatted(", with_deletions: true"))).isEmpty();
  }

  @Test
  void refusesAChildBeforeItsTime() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components: [{type: html, key: x, created: 2026-02-01}]
                    units: [{key: u, created: 2026-01-15, children: [html:x]}]
                    """))
        .containsExactly(
            "spec.yaml:3:9: \"html:x\" does not exist yet at this time; check the times");
  }

  @Test
  void refusesAPackageThatIsNotDeclared() {
    assertThat(problems(PACKAGE + "units: [{package: q, key: u}]\n"))
        .singleElement()
        .asString()
        .startsWith("spec.yaml:2:19: package \"q\" is not among the file's learning_packages");
  }

  @Test
  void refusesTwoKeysOfACollectionThatDifferByCaseOnly() {
    assertThat(problems(PACKAGE + "collections: [{key: a}, {key: A}]\n")).isNotEmpty();
  }

  @Test
  void refusesFieldsOfContainersOnComponents() {
    assertThat(
            problems(
                PACKAGE
                    + """
                    components: [{type: html, key: x}]
                    edits: [{entity: html:x, children: []}]
                    """))
        .containsExactly(
            "spec.yaml:3:9: 'xblock.v1:html:x' is a component and has no children; leave it out");
  }

  @Test
  void putsTimesThatFollowTheClockAmongThoseThatDoNot() {
    String spec =
        """
        learning_packages: [{key: p, created: 2026-01-01}]
        components: [{type: html, key: x, created: now - 30d}]
        units: [{key: u, created: 2026-03-20, children: [html:x]}]
        """;
    ServiceSpec read = SpecLab.read(new ContentService().at(SpecLab.NOW), spec);
    Problems problems = new Problems();

    new ContentService().at(Instant.parse("2026-06-01T00:00:00Z")).check(read, problems);

    assertThat(problems.sorted())
        .as("the component is made after the unit that shows it, by a later clock")
        .singleElement()
        .asString()
        .contains("does not exist yet");
  }

  @Test
  void takesAWholeHistory() {
    SpecLab.read(
        new ContentService(),
        PACKAGE
            + """
            components:
              - {type: problem, key: "a:b", created_by: ada, olx: <problem/>, bulk: start}
              - {type: html, key: x, versions: []}
            units: [{key: u, children: [problem:a:b], bulk: start}]
            edits:
              - {entity: problem:a:b, title: T, bulk: later}
              - {entity: u, append_children: [html:x, "problem:a:b@1"], bulk: later}
              - {entity: problem:a:b, draft: 1}
            resets: [{}]
            publishes: [{}]
            collections: [{key: c, entities: [u, problem:a:b]}]
            """);
    assertThatThrownBy(() -> SpecLab.read(new ContentService(), "learning_packages: [{}]\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("a learning package needs a key");
  }
}
