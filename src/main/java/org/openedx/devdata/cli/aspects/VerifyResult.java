package org.openedx.devdata.cli.aspects;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/** The checks of a site's data. */
record VerifyResult(
    @Meaning("whether no check is broken") boolean valid,
    @Meaning("all checks") List<Check> checks) {

  /** A check. */
  record Check(
      @Meaning("the sentence that should hold") String name,
      @Meaning("`not_checked`: there is nothing to look at") Outcome outcome,
      @Meaning(value = "what is broken, or why it was not checked", leftOut = true)
          Optional<String> detail) {

    private static Check of(Finding finding) {
      return new Check(
          finding.name(),
          finding.outcome(),
          Optional.of(finding.detail()).filter(detail -> !detail.isEmpty()));
    }
  }

  static VerifyResult of(List<Finding> findings) {
    List<Check> checks = findings.stream().map(Check::of).toList();
    return new VerifyResult(number(checks, Outcome.BROKEN) == 0, checks);
  }

  long number(Outcome outcome) {
    return number(checks, outcome);
  }

  private static long number(List<Check> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }
}
