package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
  void anArchiveThatIsNotThereIsReportedBeforeAServerIsAsked() {
    lab.variable("DEVDATA_CONTENT_URL", "jdbc:mysql://127.0.0.1:1/edxapp");
    lab.file("folder/inside", "");
    for (String file : List.of("none.zip", "folder")) {
      CommandLab.Result result = lab.run("content", "restore", file);
      assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.INVALID);
      assertThat(result.err()).containsPattern("there is no file|is no file but a folder");
    }
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

  @Test
  void aKeyThatIsNoneIsRefusedWithAnArchiveAsWithout() throws SQLException {
    assertThat(loadWith("learning_packages: [{key: p}]\n").code()).isEqualTo(ExitCode.DONE);
    String zip = folder.resolve("a.zip").toString();
    assertThat(lab.run("content", "dump", "p", "-o", zip).code()).isEqualTo(ExitCode.DONE);
    String before = users();
    for (String key : List.of("", " ", "lib:X:\\n", "\\0")) {
      String place = key.isBlank() ? "needs a key" : "holds a control character";
      for (String rest : List.of("", ", archive: a.zip")) {
        CommandLab.Result result =
            loadWith("learning_packages: [{key: \"%s\"%s}]\n".formatted(key, rest));
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.INVALID);
        assertThat(result.err()).contains("c.yaml:1:27: ").contains(place);
      }
      CommandLab.Result restored =
          lab.run("content", "restore", zip, "--key", key.translateEscapes());
      assertThat(restored.code()).isEqualTo(ExitCode.INVALID);
      assertThat(restored.err()).contains(place);
    }
    assertThat(users()).isEqualTo(before);
  }

  @Test
  void anArchiveIsNotWrittenToStandardOutput() {
    CommandLab.Result result = lab.run("content", "dump", "p", "-o", "-");
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("name a file");
  }
}
