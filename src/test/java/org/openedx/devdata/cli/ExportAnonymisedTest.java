package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** {@code devdata export --anonymise}: nobody's own values leave the database. */
@DatabaseTest
class ExportAnonymisedTest {

  private static final String BLOCK = "block-v1:A+B+1+type@problem+block@p1";

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void sites(TestDatabase fresh) throws Exception {
    database = fresh;
    TestDatabase shop = fresh.another("shop");
    new SpecLab(fresh, LmsService.lms())
        .withTables()
        .load(
            """
            users:
            - {username: ada_lovelace, email: ada@byron.example, name: Ada Lovelace, city: London, country: GB, bio: "I wrote the first program, in 1843."}
            - {username: grace, name: Grace Hopper, password: secretive, mailing_address: "1 Navy Street", gender: ~}
            enrollments: [{username: ada_lovelace, course_id: course-v1:A+B+1, mode: verified}]
            roles: [{username: grace, role: staff, course_id: course-v1:A+B+1}]
            cohorts: [{course_id: course-v1:A+B+1, name: one, users: [ada_lovelace]}]
            problem_attempts:
            - username: ada_lovelace
              block: %s
              attempts: [{answers: my own words of many letters, correct: true}]
            """
                .formatted(BLOCK));
    new SpecLab(shop, new EcommerceService())
        .withTables()
        .load("users: [{username: ada_lovelace, full_name: Ada Lovelace, lms_user_id: 4711}]");
    lab = new CommandLab(folder).database("lms", fresh).database("ecommerce", shop);
    lab.file("secret", "0123456789abcdef0123456789abcdef");
  }

  private CommandLab.Result export(String to, String... more) {
    return lab.run(
        Stream.concat(
                Stream.of("export", "--only", "lms+ecommerce", "-o", lab.path(to), "--anonymise"),
                Stream.concat(
                    Stream.of("--secret-file", "secret", "--seed", "42"), Stream.of(more)))
            .toArray(String[]::new));
  }

  @Test
  void thePersonIsTheSameEverywhereAndNobodyReal() throws Exception {
    CommandLab.Result result = export("site");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);

    String lms = Files.readString(folder.resolve("site/lms.yaml"));
    String shop = Files.readString(folder.resolve("site/ecommerce.yaml"));
    assertThat(lms + shop)
        .doesNotContainIgnoringCase("lovelace", "byron", "hopper", "navy", "1843", "own words")
        .doesNotContain("pbkdf2", "4711", "London", "grace");
    assertThat(lms).contains("country: GB", "role: staff", "gender: null", "course-v1:A+B+1");
    String ada = lms.replaceAll("(?s).*?username: (learner_\\w+).*", "$1");
    assertThat(shop).contains("username: " + ada);
    assertThat(lms.split(ada, -1)).hasSizeGreaterThan(4);
    Map<Boolean, Long> bios =
        lms.lines()
            .filter(line -> line.contains("bio:"))
            .collect(
                Collectors.partitioningBy(
                    line ->
                        line.replaceFirst(" *bio: \"?", "").replaceFirst("\"$", "").length() == 35,
                    Collectors.counting()));
    assertThat(bios).containsEntry(true, 1L).containsEntry(false, 0L);

    export("again");
    assertThat(folder.resolve("again/lms.yaml"))
        .hasSameTextualContentAs(folder.resolve("site/lms.yaml"));
    assertThat(lab.run("validate", lab.path("site/top.yaml")).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void valuesThatAreLeftFailTheCommand() throws Exception {
    database.run(
        "UPDATE course_overviews_courseoverview SET display_name = 'A talk with ada_lovelace today'");
    CommandLab.Result result = export("site");
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("values of people were found", "lms.yaml:");
    assertThat(folder.resolve("site/top.yaml")).doesNotExist();

    database.run("UPDATE course_overviews_courseoverview SET display_name = 'A talk'");
    assertThat(export("site").code()).isEqualTo(ExitCode.DONE);
    String before = Files.readString(folder.resolve("site/lms.yaml"));
    database.run(
        "UPDATE course_overviews_courseoverview SET display_name = 'A talk with ada_lovelace today'");
    assertThat(export("site", "--overwrite").err())
        .contains("lms.yaml:", "below site/.unfinished-export;");
    assertThat(folder.resolve("site/lms.yaml")).hasContent(before);
  }

  @Test
  void aSecretIsNeeded() {
    assertThat(lab.run("export", "-o", "x", "--anonymise").err()).contains("secret of 16 bytes");
  }
}
