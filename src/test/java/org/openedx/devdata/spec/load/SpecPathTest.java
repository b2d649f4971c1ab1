package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.SpecException;

/** Paths of specs: where they go out from, and standard input in their place. */
class SpecPathTest extends SpecFiles {

  @Test
  void pathsGoOutFromTheTopLevelSpecsFolder() throws IOException {
    write("deep/er/top.yaml", "- {ida: lms, path: ../../lms.yaml}\n");
    LoadedSpecs specs = loader("").load(LoadRequest.of(folder + "/deep/er/top.yaml"));
    assertThat(specs.entries().get(0).spec().file()).isEqualTo(folder + "/deep/er/../../lms.yaml");
  }

  @Test
  void aSpecInDevstackGoesOutFromTheWorkingFolder() throws IOException {
    String here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath()).toString();
    write(
        "test_data/top.yaml",
        """
        - {ida_name: lms, data_spec_path: %s/lms.yaml, spec_in_devstack: True}
        - {ida_name: lms, data_spec_path: ../more/lms.yaml, spec_in_devstack: False}
        """
            .formatted(here));

    LoadedSpecs specs = loader("").load(LoadRequest.of(folder + "/test_data/top.yaml"));

    assertThat(specs.entries().get(0).spec().file()).isEqualTo(here + "/lms.yaml");
    assertThat(specs.entries().get(1).spec().file()).endsWith("/test_data/../more/lms.yaml");
  }

  @Test
  void aRootTakesThePlaceOfTheFolder() throws IOException {
    write("elsewhere/top.yaml", "- {ida: lms, path: more/lms.yaml}\n");
    LoadRequest request =
        new LoadRequest(folder + "/elsewhere/top.yaml", Optional.of(folder), Set.of(), 0);
    assertThat(idas(loader("").load(request))).containsExactly("lms");
  }

  @Test
  void pathsMayBeAbsolute() throws IOException {
    assertThat(idas(load("- {ida: lms, path: " + folder + "/lms.yaml}\n"))).containsExactly("lms");
  }

  @Test
  void aTildeIsALetterLikeOthers() throws IOException {
    write("~/lms.yaml", "users: []\n");
    assertThat(idas(load("- {ida: lms, path: ~/lms.yaml}\n"))).containsExactly("lms");
  }

  @Test
  void pathsMayUseTheEnvironment() throws IOException {
    assertThat(idas(load("- {ida: lms, path: '${DIR}/lms.yaml'}\n"))).containsExactly("lms");
  }

  @Test
  void aSpecMayComeFromStandardInput() throws IOException {
    String top = write("top.yaml", "- {ida: lms, path: '-'}\n");
    LoadedSpecs specs = loader("users:\n- username: zoe\n").load(LoadRequest.of(top));
    assertThat(specs.entries().get(0).spec().of("users").get(0).position())
        .hasToString("<stdin>:2:3");
  }

  @Test
  void theTopLevelSpecMayComeFromStandardInput() {
    String top = "- {ida: lms, path: " + folder + "/lms.yaml}\n";
    assertThat(idas(loader(top).load(LoadRequest.of("-")))).containsExactly("lms");
  }

  @Test
  void standardInputCannotBeReadForTheTopAndASpec() {
    assertThatThrownBy(() -> loader("- {ida: lms, path: '-'}\n").load(LoadRequest.of("-")))
        .isInstanceOf(SpecException.class)
        .hasMessage("<stdin>:1:20: standard input (\"-\") can be read only once; use a file");
  }
}
