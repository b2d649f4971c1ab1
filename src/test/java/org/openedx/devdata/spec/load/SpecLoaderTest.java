package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.spec.SampleServices;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

class SpecLoaderTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    write("lms.yaml", "users:\n- username: anna\n");
    write("more/lms.yaml", "users:\n- username: ben\n");
    write("more/shop.yaml", "partners:\n- code: edX\n");
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static SpecLoader loader(String standardInput) {
    return loader(standardInput, SpecCheck.NONE);
  }

  private static SpecLoader loader(String standardInput, SpecCheck check) {
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

  private LoadedSpecs load(String top) throws IOException {
    return loader("").load(LoadRequest.of(write("top.yaml", top)));
  }

  private static List<String> idas(LoadedSpecs specs) {
    return specs.entries().stream().map(LoadedSpec::ida).toList();
  }

  @Test
  void fileOrderIsRunOrderAndAServiceMayComeBack() throws IOException {
    LoadedSpecs specs =
        load(
            """
            - ida_name: lms
              data_spec_path: lms.yaml
            - ida: ecommerce
              path: more/shop.yaml
            - ida: lms
              data_spec_path: more/lms.yaml
            """);
    assertThat(idas(specs)).containsExactly("lms", "ecommerce", "lms");
    assertThat(specs.entries().get(2).spec().of("users").get(0).text("username")).contains("ben");
    assertThat(specs.entries().get(1).position()).hasToString(folder + "/top.yaml:3:3");
  }

  @Test
  void theMappingFormMayNameTargets() throws IOException {
    LoadedSpecs specs =
        load(
            """
            version: 1
            targets:
              staging:
                lms: {url: "jdbc:mysql://localhost/edxapp", user: edxapp001, password_file: pw.txt}
                discovery: {url: "jdbc:mysql://localhost/discovery"}
            services:
            - {ida: lms, path: lms.yaml}
            """);
    TargetConnection connection = specs.targets().get("staging").get("lms");
    assertThat(connection.user().orElseThrow().text()).isEqualTo("edxapp001");
    assertThat(connection.passwordFile().orElseThrow().position())
        .hasToString(folder + "/top.yaml:4:81");
    assertThat(connection.password()).isEmpty();
  }

  @Test
  void connectionsDoNotShowTheirPasswords() throws IOException {
    LoadedSpecs specs =
        load(
            "version: 1\ntargets: {dev: {lms: {password: hush-hush}}}\n"
                + "services: [{ida: lms, path: lms.yaml}]\n");
    assertThat(specs.targets().toString()).doesNotContain("hush-hush");
  }

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
        new LoadRequest(folder + "/elsewhere/top.yaml", Optional.of(folder), Set.of());
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

  @Test
  void theSameFileTwiceIsAWarning() throws IOException {
    LoadedSpecs specs = load("- {ida: lms, path: lms.yaml}\n- {ida: lms, path: ./lms.yaml}\n");
    assertThat(idas(specs)).containsExactly("lms", "lms");
    assertThat(specs.warnings()).singleElement().asString().contains("is listed twice for lms");
  }

  @Test
  void theSameFileForTwoServicesIsNoWarning() throws IOException {
    LoadedSpecs specs = load("- {ida: lms, path: lms.yaml}\n- {ida: cms, path: lms.yaml}\n");
    assertThat(specs.warnings()).isEmpty();
  }

  @Test
  void onlyTheWantedServicesAreRead() throws IOException {
    write("broken.yaml", "partners: 7\n");
    String top =
        write("top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: ecommerce, path: broken.yaml}\n");
    LoadRequest request = new LoadRequest(top, Optional.empty(), Set.of("lms"));
    assertThat(idas(loader("").load(request))).containsExactly("lms");
  }

  @Test
  void wantingAServiceThatIsNotListedIsAProblem() throws IOException {
    String top = write("top.yaml", "- {ida: lms, path: lms.yaml}\n");
    LoadRequest request = new LoadRequest(top, Optional.empty(), Set.of("ecommerce", "cms"));
    assertThatThrownBy(() -> loader("").load(request))
        .hasMessage(top + ":1:1: no spec of cms, ecommerce is listed here");
  }

  @Test
  void aTopLevelSpecThatIsNotThereIsNamedWithItsNeighbour() throws IOException {
    write("top.yaml", "");
    assertThatThrownBy(() -> loader("").load(LoadRequest.of(folder + "/tpo.yaml")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "%1$s/tpo.yaml: there is no file %1$s/tpo.yaml; did you mean \"top.yaml\"?", folder);
  }

  @Test
  void validationTellsFilesApartByTheirKeys() throws IOException {
    String top = write("top.yaml", "- {ida: lms, path: lms.yaml}\n");
    List<String> files = List.of(folder + "/more/shop.yaml", top, folder + "/more/lms.yaml");
    LoadedSpecs specs =
        loader("").validate(new ValidateRequest(files, Optional.empty(), Optional.empty()));
    assertThat(idas(specs)).containsExactly("ecommerce", "lms", "lms");
  }

  @Test
  void aKindOfTwoServicesIsToldByTheKeysOfItsRecords() throws IOException {
    String shop = write("shop.yaml", "courses:\n- {course_id: course-v1:a+b+c, partner: x}\n");
    String lms = write("l.yaml", "courses:\n- {course_id: course-v1:a+b+c, display_name: x}\n");
    LoadedSpecs specs =
        loader("")
            .validate(new ValidateRequest(List.of(shop, lms), Optional.empty(), Optional.empty()));
    assertThat(idas(specs)).containsExactly("ecommerce", "lms");
  }

  @Test
  void ownChecksAreReportedWithTheOtherProblems() throws IOException {
    write("broken.yaml", "users:\n- usrname: x\n");
    String top =
        write("top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: lms, path: broken.yaml}\n");
    SpecCheck check =
        (ida, spec, problems) ->
            spec.of("users")
                .get(0)
                .text("username")
                .ifPresent(it -> problems.add(spec.settings().position(), it + " of " + ida));
    assertThatThrownBy(() -> loader("", check).load(LoadRequest.of(top)))
        .hasMessage(
            folder
                + "/lms.yaml:1:1: anna of lms\n"
                + folder
                + "/broken.yaml:2:3: unknown key \"usrname\" in users; did you mean"
                + " \"username\"?");
  }

  @Test
  void validationForAnUnknownServiceIsAProblem() {
    ValidateRequest request =
        new ValidateRequest(List.of(folder + "/lms.yaml"), Optional.of("lsm"), Optional.empty());
    assertThatThrownBy(() -> loader("").validate(request))
        .hasMessage(folder + "/lms.yaml: unknown service \"lsm\"; did you mean \"lms\"?");
  }

  @Test
  void problemsComeInTheOrderOfFilesAndLines() throws IOException {
    write("b.yaml", "users:\n- x: 1\n");
    write("a.yaml", "users:\n- y: 1\n- z: 1\n");
    assertThatThrownBy(() -> load("- {ida: lms, path: b.yaml}\n- {ida: lms, path: a.yaml}\n"))
        .satisfies(
            failure ->
                assertThat(((SpecException) failure).problems())
                    .extracting(problem -> problem.position().toString())
                    .containsExactly(
                        folder + "/b.yaml:2:3",
                        folder + "/b.yaml:2:3",
                        folder + "/a.yaml:2:3",
                        folder + "/a.yaml:2:3",
                        folder + "/a.yaml:3:3",
                        folder + "/a.yaml:3:3"));
  }
}
