package org.openedx.devdata.cli.keep.snapshot;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.keep.diff.ColumnChange;
import org.openedx.devdata.keep.diff.RowChange;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.snapshot.SavedPart;

/** Differences since a snapshot. */
record DiffResult(
    @Meaning("the snapshot's name") String snapshot,
    @Meaning("what it is compared with: the name of a snapshot, or null for the databases")
        String with,
    @Meaning("whether anything differs; the exit code is 4 then") boolean different,
    @Meaning("its parts") List<Part> parts) {

  /** Differences of a store. */
  record Part(
      @Meaning("its name") String name,
      @Meaning("type of store, such as `mysql`") String kind,
      @Meaning("address of what it is compared with") String store,
      @Meaning("differences between the schemas, a sentence each") List<String> schema,
      @Meaning("number of tables, or files, that are the same") int equal,
      @Meaning("tables whose rows differ, by name") List<Table> tables) {}

  /** Differences of a table. */
  record Table(
      @Meaning("its name") String table,
      @Meaning("number of rows that were not there") long added,
      @Meaning("number of rows that are not there any more") long removed,
      @Meaning("number of rows of which a value is another one") long changed,
      @Meaning("the first rows that differ, up to `--limit`") List<Row> rows) {}

  /** A row that differs. */
  @OneLine
  record Row(
      @Meaning("`added`, `removed` or `changed`") Change change,
      @Meaning(
              "its natural key, or what else a person knows it by: values, in which a reference is replaced by the name of the row")
          List<String> name,
      @Meaning("columns that differ; of a row that was added or removed all that are not NULL")
          List<Value> columns) {}

  /** A column that differs. */
  @OneLine
  record Value(
      @Meaning("its name") String column,
      @Meaning("value before, shortened; null for NULL or no row") String before,
      @Meaning("value after, shortened; null for NULL or no row") String after) {}

  static Part part(SavedPart saved, String store, StoreDiff diff) {
    return new Part(
        saved.name(),
        saved.kind(),
        store,
        diff.schema(),
        diff.equal(),
        diff.tables().stream().map(DiffResult::table).toList());
  }

  private static Table table(TableDiff diff) {
    return new Table(
        diff.table(),
        diff.added(),
        diff.removed(),
        diff.changed(),
        diff.rows().stream().map(DiffResult::row).toList());
  }

  private static Row row(RowChange row) {
    return new Row(
        row.change(), row.name(), row.columns().stream().map(DiffResult::value).toList());
  }

  private static Value value(ColumnChange change) {
    return new Value(change.column(), change.before(), change.after());
  }
}
