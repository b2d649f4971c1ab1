package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.service.content.ContentProblems.PACKAGE;
import static org.openedx.devdata.service.content.ContentProblems.problems;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.testing.SpecLab;

/** Times and versions of a spec that cannot follow one another. */
class ContentHistoryCheckTest {

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
}
