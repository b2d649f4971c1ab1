package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Content beside accounts in one top-level spec: what is wrong with one keeps the other back. */
@DatabaseTest
class ContentSpecCommandsTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void open(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    database.run("DROP TABLE IF EXISTS django_migrations");
    LayoutLab.create(fresh, Layout.CURRENT);
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .database("content", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}\n- {ida: content, path: c.yaml}\n")
            .file("lms.yaml", "users: [{username: ada}]\n");
  }

  private CommandLab.Result loadWith(String content) {
    return lab.file("c.yaml", content).run("load", lab.path("top.yaml"));
  }

  private String users() throws SQLException {
    return database.value("SELECT COUNT(*) FROM auth_user");
  }

  @Test
  void filesWithoutAFolderAreRefusedBeforeAccountsAreWritten() throws SQLException {
    CommandLab.Result result =
        loadWith(
            """
            learning_packages: [{key: p}]
            components: [{type: html, key: a, files: [{path: static/a, text: x}]}]
            """);

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("c.yaml:1:21: package 'p' has 1 files").contains("DIR");
    assertThat(users()).isEqualTo("0");
  }

  @Test
  void keysThatTheLayoutRefusesAreToldTogetherBeforeAccountsAreWritten() throws SQLException {
    CommandLab.Result result =
        loadWith(
            """
            learning_packages: [{key: p}]
            components: [{type: html, key: "a:b"}, {type: html, key: "c~d"}]
            """);

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.err()).contains("c.yaml:2:14: key 'a:b'").contains("c.yaml:2:40: key 'c~d'");
    assertThat(users()).isEqualTo("0");
  }

  @Test
  void filesLieBelowTheFolderThatIsNamed() throws Exception {
    lab.variable("DEVDATA_MEDIA_ROOT", "media");
    CommandLab.Result result =
        loadWith(
            """
            learning_packages: [{key: p}]
            components: [{type: html, key: a, files: [{path: static/a, text: x}]}]
            """);

    assertThat(result.code()).as(result.err()).isZero();
    try (Stream<Path> files = Files.walk(folder.resolve("media/content"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }
}
