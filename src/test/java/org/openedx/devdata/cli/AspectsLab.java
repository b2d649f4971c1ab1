package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestDatabase;

/**
 * A command line whose Aspects is a site of its own on the shared engine, with tables.
 *
 * @param engine the server
 * @param lab runs commands
 */
record AspectsLab(TestClickHouse engine, CommandLab lab) {

  /** A course with an outline, three learners and their enrolments. */
  static final String BOTANY =
      """
      statements: 3000
      seed: 7
      start_date: today - 60d
      end_date: today
      taxonomies:
        - name: Plants
          tags:
            - {value: Moss}
            - {value: Peat moss, parent: Moss}
      courses:
        - course_id: course-v1:DevdataX+Botany101+Current
          display_name: Botany for Beginners
          start: today - 50d
          end: today - 5d
          tags: [Peat moss]
          outline:
            - display_name: Mosses
              sequentials:
                - display_name: What is a moss?
                  graded: true
                  verticals:
                    - blocks:
                        - {type: video, id: walk}
                        - {type: problem, display_name: Name this moss, id: name-this-moss, tags: [Moss]}
                        - {type: html, display_name: Read more}
                        - {type: problem, display_name: And this one}
      learners:
        - {username: anna, user_id: 17, external_id: 32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb, country: NO}
        - {username: ben, name: Ben Bo}
        - {username: cleo}
      enrollments:
        - {username: anna, course_id: "course-v1:DevdataX+Botany101+Current", mode: verified, created: today - 40d}
        - {username: ben, course_id: "course-v1:DevdataX+Botany101+Current", created: today - 45d, is_active: false}
        - {username: cleo, course_id: "course-v1:DevdataX+Botany101+Current", created: today - 70d}
      """;

  /**
   * Makes the site anew; skips the test without an engine.
   *
   * @param prefix of the names of its databases, such as {@code spec} for {@code spec_xapi}
   */
  static AspectsLab of(String prefix, CommandLab lab) {
    TestClickHouse engine = TestClickHouse.required();
    for (String name : List.of("reporting", "xapi", "sink", "openedx")) {
      engine.run("DROP DATABASE IF EXISTS " + prefix + "_" + name);
    }
    variables(engine, prefix, engine.url()).forEach(lab::variable);
    lab.run("aspects", "init");
    return new AspectsLab(engine, lab);
  }

  /** The variables that name a site. */
  private static Map<String, String> variables(TestClickHouse engine, String prefix, URI url) {
    String site =
        "xapi=%1$s_xapi&event_sink=%1$s_sink&reporting=%1$s_reporting&openedx=%1$s_openedx"
            .formatted(prefix);
    return Map.of(
        "DEVDATA_ASPECTS_URL", url + "?" + site,
        "DEVDATA_ASPECTS_USER", engine.user(),
        "DEVDATA_ASPECTS_PASSWORD", engine.password());
  }

  /** The variables that name this site, by another address. */
  Map<String, String> variables(String prefix, URI url) {
    return variables(engine, prefix, url);
  }

  /** A site for which a top-level spec lists {@link #BOTANY}. */
  static AspectsLab botany(String prefix, Path folder) {
    return of(
        prefix,
        new CommandLab(folder)
            .file("top.yaml", "- {ida: aspects, path: aspects.yaml}")
            .file("aspects.yaml", BOTANY));
  }

  /** A site for which a top-level spec lists a small one of the LMS and one that imports it. */
  static AspectsLab importing(String prefix, Path folder, TestDatabase lms) throws SQLException {
    new SpecLab(lms, LmsService.lms()).withTables();
    return of(
        prefix,
        new CommandLab(folder)
            .database("lms", lms)
            .file(
                "top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: aspects, path: aspects.yaml}\n")
            .file(
                "lms.yaml",
                """
                users:
                  - {username: somebody_else}
                  - {username: alice, email: alice@example.org, name: Alice A., country: NO}
                courses:
                  - {course_id: "course-v1:edX+DemoX+Demo", display_name: Demo, start: today - 30d, end: today + 30d}
                enrollments:
                  - {username: alice, course_id: "course-v1:edX+DemoX+Demo", mode: honor, created: now - 20d}
                """)
            .file("aspects.yaml", "import: lms\nstatements: 500\nseed: 3\n"));
  }

  /** Runs a command, of which the last word is a file, and gives what it says without times. */
  String run(String... words) {
    String[] line = words.clone();
    line[line.length - 1] = lab.path(line[line.length - 1]);
    CommandLab.Result result = lab.run(line);
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result.out().replaceAll(" \\(\\d+(\\.\\d)? m?s\\)", "");
  }

  /** Runs a command quietly on the top-level spec. */
  CommandLab.Result runTop(String command, String... more) {
    String[] line = new String[more.length + 3];
    line[0] = command;
    line[1] = "-q";
    System.arraycopy(more, 0, line, 2, more.length);
    line[line.length - 1] = lab.path("top.yaml");
    return lab.run(line);
  }

  /** What a query answers, without white space around it. */
  String value(String query) {
    return engine.run(query).strip();
  }
}
