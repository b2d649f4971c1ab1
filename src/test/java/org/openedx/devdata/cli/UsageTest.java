package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.failure.ExitCode;

class UsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | no command is given; devdata --help describes
          load                      | TOP is missing; devdata load --help describes
          db                        | no command of db is given; devdata db --help describes
          laod top.yaml             | unknown command "laod"; did you mean "load"?
          load --sede 1 top.yaml    | unknown option "--sede"; did you mean "--seed"?
          load --seed x top.yaml    | --seed cannot be "x"; give a whole number
          load --format xml a.yaml  | --format cannot be "xml"; use text, json
          load --format jsn a.yaml  | --format cannot be "jsn"; did you mean "json"?
          load --color red a.yaml   | --color cannot be "red"; use auto, always, never
          load a.yaml --seed        | --seed needs a value: NUMBER
          load a.yaml b.yaml        | unexpected argument "b.yaml"
          load -q -v a.yaml         | --quiet and --verbose contradict each other; drop one
          db sql lms                | there is no statement to run
          db sql moon 'SELECT 1'    | unknown service "moon"; known services are
          db start --port 70000     | --port 70000 is no port
          load --only nonsense a.yaml | unknown service "nonsense"; known services are
          plan --only lms+ecomerce a.yaml | unknown service "ecomerce"; did you mean "ecommerce"?
          load-db --only nonsense   | unknown option "--only"
          load-db --seed 1 --seed 2 | unknown option "--seed"
          plan --seed 1 --seed 2 a  | --seed is given twice; give it once
          plan --quiet=7 a.yaml     | --quiet cannot be "7"; it takes no value
          schema lmz                | unknown service "lmz"; did you mean "lms"?
          """)
  void wrongUseEndsWithCodeTwoAndSaysWhy(String line, String message) {
    CommandLab.Result result = new CommandLab(folder).run(Words.of(line));

    assertThat(result.err()).startsWith("devdata: ").contains(message).hasLineCount(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void inJsonTheErrorIsADocument() {
    CommandLab.Result result = new CommandLab(folder).run("--format", "json", "load");

    assertThat(result.out())
        .isEqualTo(
            """
            {
              "error": {
                "code": "usage",
                "exitCode": 2,
                "message": "TOP is missing; devdata load --help describes its \
            use",
                "problems": [ ]
              }
            }
            """);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void versionTellsWhatABugReportNeeds() {
    CommandLab.Result result = new CommandLab(folder).run("--version");

    assertThat(result.out()).startsWith("devdata ").contains("\nJava ").hasLineCount(3);
    assertThat(result.code()).isEqualTo(ExitCode.DONE);
  }
}
