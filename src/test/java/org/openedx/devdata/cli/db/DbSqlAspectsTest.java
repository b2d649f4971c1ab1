package org.openedx.devdata.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.Golden;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.TestClickHouse;

/** SQL that goes to the ClickHouse of Aspects, and what comes back. */
@Tag("clickhouse")
class DbSqlAspectsTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void server() {
    TestClickHouse engine = TestClickHouse.required();
    lab =
        new CommandLab(folder)
            .variable("DEVDATA_ASPECTS_URL", engine.url().toString())
            .variable("DEVDATA_ASPECTS_USER", engine.user())
            .variable("DEVDATA_ASPECTS_PASSWORD", engine.password());
  }

  @Test
  void sqlGoesToClickHouse() {
    CommandLab.Result result =
        lab.run(
            "db",
            "sql",
            "aspects",
            "SELECT 1 AS a, 'x' AS b, NULL AS c, toUInt64(18446744073709551615) AS d; SELECT 2");
    CommandLab.Result json =
        lab.run(
            "db",
            "sql",
            "aspects",
            "--format",
            "json",
            "SELECT toInt32(7) AS n, 0.5 AS r, 'é\\t' AS t");

    Golden.check("db-sql-aspects.txt", result.out() + "---\n" + json.out());
  }

  @Test
  void sqlThatFailsSaysWhere() {
    CommandLab.Result result = lab.run("db", "sql", "aspects", "SELECT 1;\nSELEC 2");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("<statement>:2:7: ").contains("Syntax error");
  }

  @Test
  void sqlInAFormatOfItsOwnIsRefused() {
    assertThat(lab.run("db", "sql", "aspects", "SELECT 1 FORMAT JSON").err())
        .contains("the statement asks for FORMAT JSON; leave that out");
  }
}
