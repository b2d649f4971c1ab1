package org.openedx.devdata.jdbc.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class TargetsTest {

  @TempDir private Path folder;

  private Targets targets() {
    return new Targets(
        new YamlReader(YamlLimits.DEFAULT, Map.of("HOST", "localhost")::get),
        SampleServices.names(),
        folder);
  }

  private Target find(String name) {
    return targets().find(name, Map.of(), folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void embeddedNeedsNoDescription() {
    assertThat(find("embedded").embedded()).isTrue();
  }

  @Test
  void presetsAreDescribedForTheServicesOfTheirEnvironment() {
    for (Preset preset : Preset.values()) {
      Target target = find(preset.toString());

      assertThat(target.preset()).contains(preset);
      List<String> services =
          new ArrayList<>(
              List.of("lms", "cms", "content", "ecommerce", "discovery", "credentials"));
      if (preset != Preset.DEVSTACK) {
        services.add("aspects");
      }
      assertThat(target.services().keySet()).containsExactlyInAnyOrderElementsOf(services);
      assertThat(target.embedded()).isFalse();
    }
  }

  @Test
  void aFileIsFoundByItsPathAndMayUseTheEnvironment() throws IOException {
    write("mine.yaml", "lms: {url: 'jdbc:mysql://${HOST}/edxapp', user: me, password: ''}");

    Target target = find("mine.yaml");

    assertThat(target.services().get("lms").url().orElseThrow().text())
        .isEqualTo("jdbc:mysql://localhost/edxapp");
    assertThat(target.folder()).isEqualTo(folder.toAbsolutePath());
  }

  @Test
  void aTargetOfTheSpecWinsOverAPreset() {
    Target target = targets().find("tutor", Map.of("tutor", Map.of()), Path.of("specs"));

    assertThat(target.preset()).isEmpty();
    assertThat(target.folder()).isEqualTo(Path.of("specs"));
  }

  @Test
  void aSlipOfTypingIsPointedOut() {
    assertThatThrownBy(() -> find("devstak"))
        .isInstanceOf(UnknownTargetException.class)
        .hasMessage("unknown target \"devstak\"; did you mean \"devstack\"?");
  }

  @Test
  void anUnknownTargetListsTheKnownOnes() {
    assertThatThrownBy(() -> targets().find("moonbase", Map.of("staging", Map.of()), folder))
        .hasMessage(
            "unknown target \"moonbase\"; known targets are embedded, devstack, tutor,"
                + " tutor-network, staging, or name a target file");
  }

  @Test
  void aMissingFileIsCalledAFile() {
    assertThatThrownBy(() -> find("conf/mine.yaml"))
        .hasMessage("there is no target file conf/mine.yaml; check the path");
  }

  @Test
  void everyMistakeOfAFileIsReportedWithItsPlace() throws IOException {
    write("mine.yaml", "lsm: {url: 'jdbc:mysql://h/d'}\nlms: {usr: me, password: [1]}\n");

    assertThatThrownBy(() -> find("mine.yaml"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("mine.yaml:1:1: unknown service \"lsm\"; did you mean \"lms\"?")
        .hasMessageContaining("mine.yaml:2:7: ")
        .hasMessageContaining("did you mean \"user\"?")
        .hasMessageContaining("mine.yaml:2:26: ");
  }
}
