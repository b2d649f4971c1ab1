package org.openedx.devdata.cli.content;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;

/** Faults of the authored content of a database. */
record FindingsResult(@Meaning("what is wrong; empty when nothing is") List<Finding> findings) {

  /** Something wrong. */
  record Finding(
      @Meaning(
              value = "key of the learning package; empty for what all packages share",
              name = "package")
          String learningPackage,
      @Meaning("what is wrong, where, and what was expected") String what) {}

  static FindingsResult of(List<org.openedx.devdata.service.content.verify.Finding> findings) {
    return new FindingsResult(
        findings.stream()
            .map(finding -> new Finding(finding.learningPackage(), finding.what()))
            .toList());
  }
}
