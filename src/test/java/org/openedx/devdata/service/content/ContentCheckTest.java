package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.service.content.ContentProblems.PACKAGE;
import static org.openedx.devdata.service.content.ContentProblems.problems;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** Keys, packages and containers of a spec that do not fit together. */
class ContentCheckTest {

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
