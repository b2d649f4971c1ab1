package org.openedx.devdata.cli.aspects;

import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.service.aspects.AspectsVerification.Outcome;

/**
 * The checks of a site's data, for people.
 *
 * @param label where the site is
 */
record VerifyText(String label) implements TextView<VerifyResult> {

  @Override
  public void write(VerifyResult result, TextOut out) {
    for (VerifyResult.Check check : result.checks()) {
      if (!out.quiet() || check.outcome() == Outcome.BROKEN) {
        out.println(
            sign(check.outcome(), out.paint())
                + " "
                + check.name()
                + check.detail().map(detail -> ": " + detail).orElse(""));
      }
    }
    long broken = result.number(Outcome.BROKEN);
    long unchecked = result.number(Outcome.NOT_CHECKED);
    out.println(
        "%s: %d checks hold%s%s in %s."
            .formatted(
                broken == 0 ? "Verified" : "Not in order",
                result.number(Outcome.HOLDS),
                broken == 0 ? "" : ", " + broken + " do not",
                unchecked == 0 ? "" : ", " + unchecked + " have nothing to look at",
                label));
  }

  private static String sign(Outcome outcome, Paint paint) {
    return switch (outcome) {
      case HOLDS -> paint.green("=");
      case BROKEN -> paint.red("!");
      case NOT_CHECKED -> paint.dim("-");
    };
  }
}
