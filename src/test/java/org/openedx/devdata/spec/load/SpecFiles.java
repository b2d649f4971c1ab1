package org.openedx.devdata.spec.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Specs of two sample services in a folder, and their loader. */
abstract class SpecFiles {

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write("lms.yaml", "users:\n- username: anna\n");
    write("more/lms.yaml", "users:\n- username: ben\n");
    write("more/shop.yaml", "partners:\n- code: edX\n");
  }

  String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  static SpecLoader loader(String standardInput) {
    return loader(standardInput, SpecCheck.NONE);
  }

  static SpecLoader loader(String standardInput, SpecCheck check) {
    return new SpecLoader(
        SampleServices.all(),
        SampleServices.names(),
        SampleServices.keys(),
        new YamlReader(YamlLimits.DEFAULT, Map.of("DIR", "more")::get),
        new SpecSources(
            new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
            Duration.ofSeconds(5)),
        check);
  }

  LoadedSpecs load(String top) throws IOException {
    return loader("").load(LoadRequest.of(write("top.yaml", top)));
  }

  static List<String> idas(LoadedSpecs specs) {
    return specs.entries().stream().map(LoadedSpec::ida).toList();
  }
}
