package org.openedx.devdata.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.DatabaseTest;

/** States that come from files and standard input, checked before the first is written. */
@DatabaseTest
class StateInputTest extends StateLab {

  @Test
  void whatOneCommandPrintsAnotherTakes() {
    lines(line("u0", B0, "{\"n\": 9007199254740993, \"f\": 1.0, \"s\": \"\\ud83c\\udf93\"}"));
    String printed = ok("iter", "--block", B0);

    lines(printed.strip());

    assertThat(ok("iter", "--block", B0)).isEqualTo(printed);
  }

  @Test
  void aStateCanComeFromAFileOrStandardInput() {
    lab.file("state.json", "{\"a\": 1}");
    ok("set", "--user", "u0", "--block", B0, "--file", "state.json");
    lab.input("{\"b\": 2}");
    ok("set", "--user", "u0", "--block", B0, "-");

    assertThat(get("u0", B0)).containsExactly(line("u0", B0, "{\"a\": 1, \"b\": 2}"));
  }

  @Test
  void allLinesAreCheckedBeforeTheFirstIsWritten() {
    lab.input(
        String.join(
            "\n",
            line("u0", B0, "{\"a\": 1}"),
            line("u0", B0, "[]"),
            "{nonsense",
            line("u0", "nonsense-v1:x", "{}"),
            line("u0", "i4x://edX/DemoX/problem/p", "{}"),
            line("u0", B0, "{\"x\": NaN}"),
            line("u0", B0, "{\"x\": \"\\ud83c\"}")));

    CommandLab.Result result = run("set", "--stdin");

    assertThat(result.code()).isEqualTo(ExitCode.INVALID);
    assertThat(result.out()).isEmpty();
    assertThat(
            IntStream.rangeClosed(2, 7)
                .filter(number -> !result.err().contains("<stdin>:" + number + ":1: ")))
        .isEmpty();
    assertAbsent("get", "u0", B0);
  }

  @Test
  void aUserWhoIsNotThereStopsAWrite() {
    CommandLab.Result result = run("set", "--user", "nobody", "--block", B0, "{}");

    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("there is no user \"nobody\"; create the account first");
  }

  @Test
  void moreLinesThanGoTogetherAreWritten() {
    String block = B0.replace("b0", "p");
    lab.input(
        IntStream.range(0, StateInput.LINES_TOGETHER + 10)
            .mapToObj(n -> line("u" + n % 3, block + n, "{\"n\": " + n + "}"))
            .collect(Collectors.joining("\n")));

    assertThat(run("set", "--stdin").code()).isZero();
    assertThat(ok("iter", "--course", "course-v1:edX+DemoX+2026").lines())
        .hasSize(StateInput.LINES_TOGETHER + 10);
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(run("iter").err()).contains("give --block or --course, one of the two");
    assertThat(run("set", "--user", "u0", "--block", B0, "[1]").err())
        .contains("a state must be a JSON object");
    assertThat(run("get", "--user", "u0", "--block", B0, "--course", "course-v1:a+b+c").err())
        .contains("is not of the course 'course-v1:a+b+c'");
    assertThat(run("get", "--user", "u0", "--block", "nonsense").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void oneJsonDocumentIsAList() {
    lines(line("u0", B0, "{\"a\": 1}"), line("u1", B0, "{\"a\": 1}"));

    assertThat(ok("iter", "--block", B0, "--format", "json")).startsWith("[{").endsWith("}]\n");
  }
}
