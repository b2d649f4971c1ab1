package org.openedx.devdata.cli.report.run;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.failure.ErrorResult;
import org.openedx.devdata.cli.report.json.Many;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.cli.report.run.changes.RowResult;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.LeftRows;

/** An entry of the top-level spec, in the document of a run. */
public record EntryResult(
    @Meaning("its place in the top-level spec, from 1") int number,
    @Meaning("the service") String ida,
    @Meaning("its spec file") String spec,
    @Meaning("the source of its connection: a target, or the environment variable with the address")
        String target,
    @Meaning("the address, without credentials and options") String database,
    @Meaning(
            "`done` (committed, unless this is a plan), `failed` (and rolled back), `in_doubt` (the connection"
                + " failed during the commit), `rolled_back` (with another one that failed), `pending`"
                + " (not begun)")
        EntryReport.State state,
    @Meaning("rows by action") ActionCounts counts,
    @Meaning("tables in the order in which the run met them") List<TableResult> tables,
    @Meaning(
            value = "of a reset: rows that the spec says and that were left, by table",
            leftOut = true)
        Optional<List<LeftResult>> left,
    @Meaning(value = "why this entry failed", leftOut = true) Optional<ErrorResult.Reason> error) {

  /** Rows of a table that were left. */
  @OneLine
  public record LeftResult(
      @Meaning("the table") String table,
      @Meaning(
              value = "other specs that say them; without it they were there before the first load",
              leftOut = true)
          Optional<String> specs,
      @Meaning("their number") long rows) {

    static LeftResult of(LeftRows left) {
      return new LeftResult(
          left.table(),
          Optional.of(left.claimants()).filter(specs -> !specs.isEmpty()),
          left.rows());
    }
  }

  /** A table of an entry. */
  public record TableResult(
      @Meaning("its name") String table,
      @Meaning("rows by action") ActionCounts counts,
      @Meaning(
              "its rows, one line each; generated rows (of `aspects`) are counted, not listed, and so"
                  + " are implied ones that exist already")
          Many<RowResult> rows) {

    static TableResult of(TableReport table) {
      return new TableResult(
          table.table(),
          ActionCounts.of(table.counts()),
          rows -> table.rows(row -> rows.accept(RowResult.of(row))));
    }
  }

  static EntryResult of(EntryReport entry) {
    return new EntryResult(
        entry.entry().number(),
        entry.entry().ida(),
        entry.entry().spec().file(),
        entry.entry().connection().target(),
        MySqlUrl.masked(entry.entry().connection().url()),
        entry.state(),
        ActionCounts.of(entry.counts()),
        entry.tables().stream().map(TableResult::of).toList(),
        Optional.of(entry.left().stream().map(LeftResult::of).toList())
            .filter(left -> !left.isEmpty()),
        entry.failure().map(ErrorResult.Reason::of));
  }
}
