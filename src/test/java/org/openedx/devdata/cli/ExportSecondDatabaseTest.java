package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * An export that is loaded into another database: {@code snapshot diff} finds what the docs name.
 */
@DatabaseTest
class ExportSecondDatabaseTest {

  /** The columns that keeping.md lists, as this site has them. */
  private static final Set<String> NAMED =
      Set.of(
          "course_modes_historicalcoursemode.history_date",
          "course_overviews_historicalcourseoverview.history_date",
          "schedules_schedule.created",
          "student_courseenrollment_history added",
          "student_courseenrollment_history removed");

  @TempDir private Path folder;

  @Test
  void nothingDiffersButWhatIsNamed(TestDatabase first) throws Exception {
    TestDatabase second = first.another("second");
    new SpecLab(first, LmsService.lms()).withTables();
    new SpecLab(second, LmsService.lms()).withTables();
    CommandLab lab = new CommandLab(folder).database("lms", first);
    run(lab, "load", "--only", "lms", Path.of("specs/top.yaml").toAbsolutePath().toString());
    run(lab, "snapshot", "save", "first", "--only", "lms");
    lab.at(CommandLab.NOW.plus(Duration.ofDays(1)));
    run(lab, "export", "--only", "lms", "-o", lab.path("site"));
    CommandLab other =
        new CommandLab(folder).database("lms", second).at(CommandLab.NOW.plus(Duration.ofDays(3)));
    run(other, "load", lab.path("site/top.yaml"));

    CommandLab.Result diff =
        other.run(
            "snapshot", "diff", "first", "--only", "lms", "--limit", "10000", "--format", "json");

    assertThat(diff.code()).as(diff.err()).isEqualTo(ExitCode.DIFFERENCES);
    Set<String> found = new TreeSet<>();
    JsonNode part = new ObjectMapper().readTree(diff.out()).get("parts").get(0);
    assertThat(part.get("schema")).isEmpty();
    for (JsonNode table : part.get("tables")) {
      String name = table.get("table").textValue();
      for (JsonNode row : table.get("rows")) {
        if (row.get("change").textValue().equals("changed")) {
          row.get("columns")
              .forEach(column -> found.add(name + "." + column.get("column").textValue()));
        } else {
          found.add(name + " " + row.get("change").textValue());
        }
      }
    }
    assertThat(found).isEqualTo(NAMED);
    assertThat(part.get("equal").intValue()).isGreaterThan(20);
  }

  private static void run(CommandLab lab, String... arguments) {
    CommandLab.Result result = lab.run(arguments);
    assertThat(result.code()).as("%s: %s", arguments[0], result.err()).isEqualTo(ExitCode.DONE);
  }
}
