package org.openedx.devdata.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.describe.ReferenceWriter;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;
import org.openedx.devdata.testing.Page;

/** The reference page says what the services read. */
class SpecReferenceTest {

  private static final Path PAGE = Path.of("docs/spec-reference.md");

  private final Map<String, ServiceDescriptor> services = ServiceRegistry.standard().descriptors();

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = new ReferenceWriter().page(services.values());
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("rewrite it with: mvn test -Dtest=SpecReferenceTest -Ddevdata.accept=true")
        .hasContent(page);
  }

  @Test
  void theExamplesOfThePageAreValid() throws IOException {
    String page = Files.readString(PAGE);
    for (ServiceDescriptor service : services.values()) {
      for (String example : examples(page, service.ida())) {
        assertThat(problems(service, example)).as(example).isEmpty();
      }
    }
  }

  private static List<String> examples(String page, String ida) {
    int start = page.indexOf("## Service `" + ida + "`");
    int end = page.indexOf("\n## Service", start + 1);
    String section = page.substring(start, end < 0 ? page.length() : end);
    return new Page(ida, section).blocks("yaml");
  }

  private static List<?> problems(ServiceDescriptor service, String yaml) {
    Problems problems = new Problems();
    new YamlReader(YamlLimits.DEFAULT, name -> null)
        .read("example", yaml.getBytes(StandardCharsets.UTF_8), problems)
        .ifPresent(
            root ->
                new SpecReader(service, PlatformKeys.parsers()).read("example", root, problems));
    return problems.sorted();
  }
}
