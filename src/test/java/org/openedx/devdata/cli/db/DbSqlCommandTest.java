package org.openedx.devdata.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class DbSqlCommandTest {

  @TempDir private Path folder;
  private TestDatabase database;
  private CommandLab lab;

  @BeforeEach
  void table(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new CommandLab(folder).database("lms", fresh);
    fresh.run(
        "CREATE TABLE pet (id bigint, name varchar(200), weight decimal(5,2), born datetime(6),"
            + " tame tinyint(1))",
        "INSERT INTO pet VALUES (1, 'Ada', 3.50, '2026-03-29 01:30:00.123456', 1),"
            + " (1000, '猫 with a\\ttab', NULL, NULL, 0)");
  }

  @Test
  void rowsLineUpWhateverTheirCharacters() {
    CommandLab.Result result = lab.run("db", "sql", "lms", "SELECT * FROM pet ORDER BY id");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo(
            """
              id  name            weight  born                        tame
            ----  --------------  ------  --------------------------  ----
               1  Ada               3.50  2026-03-29 01:30:00.123456     1
            1000  猫 with a\\ttab    NULL  NULL                           0
            2 rows
            """);
  }

  @Test
  void severalStatementsRunInOneTransaction() throws SQLException {
    CommandLab.Result result =
        lab.run("db", "sql", "lms", "DELETE FROM pet WHERE id = 1; SELECT COUNT(*) AS n FROM pet;");

    assertThat(result.out()).isEqualTo("1 row changed\nn\n-\n1\n1 row\n");
    assertThat(database.value("SELECT COUNT(*) FROM pet")).isEqualTo("1");
  }

  @Test
  void anErrorNamesItsPlaceAndTakesEverythingBack() throws SQLException {
    CommandLab.Result result =
        lab.input("DELETE FROM pet;\n\nSELECT *\n  FORM pet;").run("db", "sql", "lms");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).startsWith("devdata: <stdin>:4:");
    assertThat(database.value("SELECT COUNT(*) FROM pet")).isEqualTo("2");
  }

  @Test
  void jsonKeepsTypesAndOrder() {
    CommandLab.Result result =
        lab.run(
            "db",
            "sql",
            "--format",
            "json",
            "lms",
            "SELECT id, name, weight, weight, born, tame FROM pet ORDER BY id LIMIT 1;"
                + " UPDATE pet SET tame = 1");

    assertThat(result.out())
        .isEqualTo(
            """
            {
              "results": [
                {
                  "columns": [
                    "id",
                    "name",
                    "weight",
                    "weight_2",
                    "born",
                    "tame"
                  ],
                  "rows": [
                    {
                      "id": 1,
                      "name": "Ada",
                      "weight": 3.50,
                      "weight_2": 3.50,
                      "born": "2026-03-29 01:30:00.123456",
                      "tame": 1
                    }
                  ]
                },
                {
                  "changed": 2
                }
              ]
            }
            """);
  }

  @Test
  void aFailureInJsonLeavesNoHalfDocument() {
    CommandLab.Result result =
        lab.run("db", "sql", "--format", "json", "lms", "SELECT * FROM pet; SELECT * FROM pets");

    assertThat(result.out()).startsWith("{\n  \"error\": {").doesNotContain("Ada");
  }

  @Test
  void longValuesAreCutOnATerminalUnlessVerbose() throws SQLException {
    database.run("UPDATE pet SET name = REPEAT('x', 100) WHERE id = 1");
    String query = "SELECT name FROM pet WHERE id = 1";

    assertThat(lab.run("db", "sql", "lms", query).out()).contains("\n" + "x".repeat(100) + "\n");
    lab.terminal(new Terminal(true, true, true, 80));
    assertThat(lab.run("db", "sql", "--color=never", "lms", query).out())
        .contains("\n" + "x".repeat(59) + "…\n");
    assertThat(lab.run("db", "sql", "-v", "lms", query).out())
        .contains("\n" + "x".repeat(100) + "\n");
  }
}
