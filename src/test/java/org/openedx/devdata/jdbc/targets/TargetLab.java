package org.openedx.devdata.jdbc.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** A target file, an environment, and the connections that follow from both. */
abstract class TargetLab {

  static final String MINE =
      "lms: {url: 'jdbc:mysql://localhost:3306/edxapp', user: me, password: from-file}";

  @TempDir Path folder;
  final Map<String, String> environment = new HashMap<>();
  final List<String> warnings = new ArrayList<>();

  private static final ServiceIdentities SERVICES = ServiceRegistry.standard().identities();

  @BeforeEach
  void targetFile() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), MINE);
  }

  Map<String, ConnectionSettings> connect(String target, String... services) {
    return connect(target, false, services);
  }

  Map<String, ConnectionSettings> connect(String target, boolean allowRemote, String... services) {
    Target found =
        new Targets(
                new YamlReader(YamlLimits.DEFAULT, environment::get),
                SampleServices.names(),
                folder)
            .find(target, Map.of(), folder);
    return new Connections(found, SERVICES, environment, folder, allowRemote, warnings::add)
        .of(List.of(services));
  }

  ConnectionSettings lms(String target) {
    return connect(target, "lms").get("lms");
  }
}
