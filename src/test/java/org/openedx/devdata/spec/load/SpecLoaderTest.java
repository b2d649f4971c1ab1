package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.SpecException;

/** Services and files that a top-level spec lists: their order, their problems, their warnings. */
class SpecLoaderTest extends SpecFiles {

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
    LoadRequest request = new LoadRequest(top, Optional.empty(), Set.of("lms"), 0);
    assertThat(idas(loader("").load(request))).containsExactly("lms");
  }

  @Test
  void wantingAServiceThatIsNotListedIsAProblem() throws IOException {
    String top = write("top.yaml", "- {ida: lms, path: lms.yaml}\n");
    LoadRequest request = new LoadRequest(top, Optional.empty(), Set.of("ecommerce", "cms"), 0);
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
