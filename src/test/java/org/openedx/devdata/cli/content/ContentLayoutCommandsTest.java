package org.openedx.devdata.cli.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class ContentLayoutCommandsTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void open(TestDatabase fresh) {
    database = fresh;
    lab = new CommandLab(folder).database("content", fresh);
  }

  @Test
  void statusNamesLayoutAndWhatComesNext() throws SQLException {
    LayoutLab.create(database, Layout.L2);

    CommandLab.Result result = lab.run("content", "status");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("tables      layout L2 (merged;")
        .contains("migrations  layout L2")
        .contains("foreign keys and content types agree")
        .contains("next run:\n  openedx_content.0003_rename_content_to_media\n");
  }

  @Test
  void statusEndsWithDifferencesWhenSomethingContradicts() throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run("RENAME TABLE oel_units_unit TO openedx_content_unit");

    CommandLab.Result result = lab.run("content", "status", "--format", "json");

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.out())
        .contains("\"tables\": null")
        .contains("\"migrations\": \"L1\"")
        .contains("\"area\": \"tables\"")
        .contains("\"wouldFail\": true");
  }

  @Test
  void planShowsStatementsThatRunAsTheyStand() throws SQLException {
    LayoutLab.create(database, Layout.L2);
    String plan = lab.run("content", "migrate", "--to", "L3", "--plan").out();

    assertThat(plan).startsWith("-- openedx_content.0003_rename_content_to_media\nRENAME TABLE");
    for (String statement : plan.replaceAll("(?m)^--.*\n", "").split(";\n")) {
      database.run(statement);
    }
    assertThat(lab.run("content", "status").out()).contains("tables      layout L3");
  }

  @Test
  void migrateTellsWhatItDidAndThenThatNothingIsLeft() throws SQLException {
    LayoutLab.create(database, Layout.L1);

    assertThat(lab.run("content", "migrate", "--to", "current").out())
        .startsWith("Migrations done: 21, statements: ");
    assertThat(lab.run("content", "migrate", "--to", "CURRENT").out())
        .isEqualTo("Nothing to do: the database has layout current already.\n");
    assertThat(lab.run("content", "repair").out())
        .isEqualTo("Nothing to do: there is nothing to repair.\n");
  }

  @Test
  void unknownLayoutIsWrongUse() {
    CommandLab.Result result = lab.run("content", "migrate", "--to", "L1");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--to \"L1\" is no layout; give L2, L3, L4 or current");
  }

  @Test
  void repairFinishesWhatWasInterrupted() throws SQLException {
    LayoutLab.create(database, Layout.L1);
    database.run("RENAME TABLE oel_units_unit TO openedx_content_unit");

    CommandLab.Result result = lab.run("content", "repair");

    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("openedx_content.0002_rename_tables_to_openedx_content");
    assertThat(lab.run("content", "status").out()).contains("tables      layout L2");
  }
}
