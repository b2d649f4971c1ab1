package org.openedx.devdata.cli.report.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

/** Failures as documents, and the codes that programs go by. */
class ErrorResultTest {

  @Test
  void aDocumentNamesEachProblemWithItsPlaceInOrder() {
    Problems problems = new Problems();
    problems.add(new Position("b.yaml", 2, 7), "second");
    problems.add(new Position("a.yaml", 11, 1), "first");
    List<Problem> sorted = problems.sorted();

    ErrorResult.Reason reason =
        ErrorResult.of(new Failure(ErrorCode.INVALID_SPEC, "two lines", sorted)).error();

    assertThat(reason.exitCode()).isEqualTo(ExitCode.INVALID);
    assertThat(reason.message()).isEqualTo("two lines");
    assertThat(reason.problems())
        .containsExactlyElementsOf(
            sorted.stream()
                .map(
                    problem ->
                        new ErrorResult.Place(
                            problem.position().file(),
                            problem.position().line(),
                            problem.position().column(),
                            problem.message()))
                .toList())
        .hasSize(2);
  }

  /** 0 is success, 4 a result: no failure may end with either. */
  @Test
  void everyCodeEndsTheProcessAsAFailure() {
    Set<Integer> known = Set.of(1, 2, 3, 5);
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(known).as(code.name()).contains(code.exitCode());
    }
    assertThat(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::exitCode).collect(Collectors.toSet()))
        .isEqualTo(known);
  }

  @Test
  void noTwoCodesMeanTheSame() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::meaning)).doesNotHaveDuplicates();
  }
}
