package org.openedx.devdata.cli.report.run;

import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.plan.Action;

/** Numbers of rows by action. */
@OneLine
public record ActionCounts(
    @Meaning("rows that are not there yet") long create,
    @Meaning("rows that differ") long update,
    @Meaning("rows that are as specified") long unchanged,
    @Meaning("rows to remove") long delete) {

  static ActionCounts of(Counts counts) {
    return new ActionCounts(
        counts.of(Action.CREATE),
        counts.of(Action.UPDATE),
        counts.of(Action.UNCHANGED),
        counts.of(Action.DELETE));
  }
}
