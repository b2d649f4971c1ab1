package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.describe.ExampleWriter;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SiteLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * The examples of the reference page, one below the other: those of a service are a spec that is
 * loaded, changes nothing again and leaves nothing. Those of the LMS, which stand alone, have a
 * test of their own.
 */
class ReferenceExamplesTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void open() {
    lab = new CommandLab(folder);
  }

  @Test
  @DatabaseTest
  void ofTheShop(TestDatabase shop) throws Exception {
    new SiteLab().with("ecommerce", shop);
    lab.database("ecommerce", shop);

    run("ecommerce", "");

    assertThat(shop.value("SELECT COUNT(*) FROM courses_course")).isEqualTo("0");
  }

  @Test
  @DatabaseTest
  void ofContent(TestDatabase database) throws Exception {
    LayoutLab.create(database, Layout.CURRENT);
    lab.database("content", database);

    run("content", "");

    assertThat(database.value("SELECT COUNT(*) FROM openedx_content_learningpackage"))
        .isEqualTo("0");
  }

  @Test
  @Tag("clickhouse")
  void ofStatements() {
    AspectsLab.of("examples", lab);

    run("aspects", "statements: 200\n");
  }

  private void run(String ida, String settings) {
    lab.file("top.yaml", "- {ida: %s, path: spec.yaml}\n".formatted(ida));
    for (String spec : specs(ida)) {
      lab.file("spec.yaml", settings + spec);
      succeeds("load");
      assertThat(succeeds("load")).as(spec).contains("nothing changed");
      succeeds("verify");
      succeeds("reset", "--yes");
    }
  }

  /** All examples, one below the other; one that begins with a setting begins another spec. */
  private static List<String> specs(String ida) {
    List<String> specs = new ArrayList<>(List.of(""));
    for (Kind kind : ServiceRegistry.standard().descriptors().get(ida).kinds()) {
      String example = new ExampleWriter().of(kind);
      if (example.startsWith(kind.name())) {
        int last = specs.size() - 1;
        specs.set(last, specs.get(last) + example);
      } else {
        specs.add(example);
      }
    }
    return specs;
  }

  private String succeeds(String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.add(lab.path("top.yaml"));
    CommandLab.Result result = lab.run(line.toArray(String[]::new));
    assertThat(result.code()).as(line + " says " + result.err()).isZero();
    return result.out();
  }
}
