package org.openedx.devdata.service.aspects.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.answers.Charts;
import org.openedx.devdata.answers.CsvRows;
import org.openedx.devdata.answers.JudgedWorlds;
import org.openedx.devdata.answers.figure.Chart;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/** Known answers of a campus against a site whose reports show the statements of it. */
@Tag("clickhouse")
class AnswersVerificationTest {

  private static final int CAMPUS = 4;

  @TempDir Path folder;

  @BeforeAll
  static void reports() throws IOException {
    JudgedWorlds.all();
    try (ClickHouse server = JudgedWorlds.connect();
        InputStream in = AnswersVerificationTest.class.getResourceAsStream("reports.sql")) {
      AspectsNames names = JudgedWorlds.NAMES;
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : sql.replaceAll("(?m)^--.*\n", "").split(";\n")) {
        server.run(
            statement
                .replace("{raw}", names.statements().quoted())
                .replace("{x}", names.source())
                .replace("{s}", names.eventSink())
                .replace("{r}", names.reporting()));
      }
    }
  }

  private void write(String table, String from, String to) throws IOException {
    JudgedWorlds.Judged world = JudgedWorlds.all().get(CAMPUS);
    for (Chart chart : Charts.ALL) {
      String name = chart.table().name();
      String rows = world.answers().getOrDefault(name, "");
      Files.writeString(
          folder.resolve(name + ".csv"),
          new String(CsvRows.header(chart.table()), StandardCharsets.US_ASCII)
              + (name.equals(table) ? rows.replaceFirst(from, to) : rows));
    }
    Files.writeString(
        folder.resolve("answers.json"),
        "{\"as_of\": \"2026-01-01\", \"courses\": [%s]}"
            .formatted(world.courses().replace('\'', '"')));
  }

  private List<Finding> verify(AspectsNames names) throws IOException {
    try (ClickHouse server = JudgedWorlds.connect()) {
      return new AnswersVerification(server, names, AnswersFolder.find(folder).orElseThrow())
          .verify();
    }
  }

  @Test
  void reportsShowWhatIsKnown() throws IOException {
    write("", "", "");
    assertThat(verify(JudgedWorlds.NAMES))
        .hasSize(14)
        .allSatisfy(
            finding ->
                assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.HOLDS));
  }

  @Test
  void eachFigureThatDiffersIsNamedWithTheQuery() throws IOException {
    write("grades", ",(\\d+),(\\d+),(\\d+)\n", ",999,$2,$3\n");
    List<Finding> broken =
        verify(JudgedWorlds.NAMES).stream()
            .filter(finding -> finding.outcome() == Outcome.BROKEN)
            .toList();
    assertThat(broken).hasSize(1);
    assertThat(broken.get(0).name()).startsWith("known answers of grades");
    assertThat(broken.get(0).detail())
        .startsWith("1 figure differ")
        .containsPattern("learners of course_key course-v1:.*, grade_bucket .*%: \\d+, not 999")
        .contains("query: SELECT `course_key`, `grade_bucket`");
  }

  @Test
  void rowsThatAreNotKnownDiffer() throws IOException {
    write("statements", "(?s).*", "");
    Finding finding =
        verify(JudgedWorlds.NAMES).stream()
            .filter(one -> one.name().contains("of statements"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(finding.detail()).contains(", not 0").contains("more");
  }

  @Test
  void tablesThatASiteDoesNotHaveAreNotChecked() throws IOException {
    write("", "", "");
    AspectsNames names =
        new AspectsNames(
            "judge_xapi",
            "judge_event_sink",
            "judge_xapi",
            "judge_xapi",
            "xapi_events_all",
            Optional.empty());
    assertThat(verify(names))
        .allMatch(finding -> finding.outcome() == Outcome.NOT_CHECKED)
        .anyMatch(finding -> finding.detail().equals("judge_xapi.dim_student_status is not there"));
  }

  @Test
  void folderWithoutAnswersHasNone() throws IOException {
    assertThat(AnswersFolder.find(folder)).isEmpty();
    Files.writeString(folder.resolve("answers.json"), "{}");
    assertThatThrownBy(() -> AnswersFolder.find(folder)).hasMessageContaining("no courses");
  }
}
