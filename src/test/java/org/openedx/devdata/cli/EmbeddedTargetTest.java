package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;

/** The default target: a server of one's own, made when it is first needed. */
class EmbeddedTargetTest {

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    new CommandLab(folder).run("db", "stop");
  }

  @Test
  void aFirstLoadMakesTheServerAndLaterCommandsFindItsRows() {
    CommandLab lab =
        new CommandLab(folder)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}")
            .file("lms.yaml", "users: [{username: alice}]");

    assertThat(lab.run("db", "status").out()).contains("not running").contains("none yet");
    assertThat(lab.run("db", "start").out())
        .contains("listens on 127.0.0.1:")
        .endsWith("password in .devdata/mariadb/password\n");
    CommandLab.Result load = lab.run("load", lab.path("top.yaml"));
    assertThat(load.code()).as(load.err()).isEqualTo(ExitCode.DONE);
    assertThat(load.out()).contains("+ alice").contains("target embedded");
    assertThat(lab.run("db", "sql", "lms", "SELECT username FROM auth_user").out())
        .isEqualTo("username\n--------\nalice\n1 row\n");
    assertThat(lab.run("db", "status", "--format", "json").out())
        .contains("\"running\": true")
        .contains("\"stays\": true");
    assertThat(lab.run("db", "stop").out()).isEqualTo("The embedded server has ended.\n");
    assertThat(lab.run("verify", lab.path("top.yaml")).code()).isEqualTo(ExitCode.DONE);
    assertThat(lab.run("db", "stop").out()).isEqualTo("The embedded server was not running.\n");
  }

  @Test
  void contentHasItsLibraryAndItsFilesBesideTheServer() {
    CommandLab lab =
        new CommandLab(folder)
            .file("top.yaml", "- {ida: lms, path: l.yaml}\n- {ida: content, path: c.yaml}")
            .file("l.yaml", "users: [{username: ada}]")
            .file(
                "c.yaml",
                """
                learning_packages: [{key: "lib:Org:slug", admins: [ada]}]
                components: [{type: html, key: a, files: [{path: static/a, text: x}]}]
                """);

    CommandLab.Result load = lab.run("load", lab.path("top.yaml"));

    assertThat(load.code()).as(load.err()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve(".devdata/media/content")).isNotEmptyDirectory();
    assertThat(
            lab.run(
                    "db",
                    "sql",
                    "content",
                    "SELECT slug, access_level FROM content_libraries_contentlibrary l JOIN"
                        + " content_libraries_contentlibrarypermission p ON p.library_id = l.id")
                .out())
        .contains("slug  admin");
    assertThat(lab.run("content", "verify").out()).isEqualTo("nothing is wrong\n");
    assertThat(lab.run("content", "dump", "lib:Org:slug", "-o", lab.path("a.zip")).code()).isZero();
  }
}
