package org.openedx.devdata.cli.aspects;

import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/**
 * The raw tables that were made, for people.
 *
 * @param label where the site is
 */
record InitText(String label) implements TextView<InitResult> {

  @Override
  public void write(InitResult result, TextOut out) {
    if (!out.quiet()) {
      result.created().forEach(table -> out.println(out.paint().green("+ ") + table));
    }
    int there = result.present().size();
    out.println(
        result.created().isEmpty()
            ? "Nothing to make: %d tables are there in %s.".formatted(there, label)
            : "Made %s in %s%s."
                .formatted(
                    Amount.of(result.created().size(), "table"),
                    label,
                    there == 0 ? "" : "; " + there + " were there"));
  }
}
