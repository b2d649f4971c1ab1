package org.openedx.devdata.cli.aspects;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.aspects.AspectsSetup;

/** The raw tables that were made. */
record InitResult(
    @Meaning("names of tables that were made") List<String> created,
    @Meaning("names of tables that were there") List<String> present,
    @Meaning("texts: what is not as it should be") List<String> different) {

  static InitResult of(AspectsSetup.Outcome outcome) {
    return new InitResult(outcome.created(), outcome.present(), outcome.different());
  }
}
