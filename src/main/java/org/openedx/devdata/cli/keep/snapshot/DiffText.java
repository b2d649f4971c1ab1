package org.openedx.devdata.cli.keep.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.spec.Amount;

/** Differences since a snapshot, for people: a heading for each table, a line for each row. */
final class DiffText implements TextView<DiffResult> {

  /** Columns of a terminal that a value may take. */
  private static final int VALUE = 40;

  @Override
  public void write(DiffResult result, TextOut out) {
    for (DiffResult.Part part : result.parts()) {
      if (!out.quiet()) {
        part.schema().forEach(one -> out.println(part.name() + ": " + one));
        part.tables().forEach(table -> table(part, table, out));
      }
    }
    out.println(last(result));
  }

  private static String last(DiffResult result) {
    String since =
        result.with() == null
            ? "since snapshot " + result.snapshot()
            : "from snapshot %s to %s".formatted(result.snapshot(), result.with());
    if (!result.different()) {
      return "no differences " + since;
    }
    List<DiffResult.Table> tables =
        result.parts().stream().flatMap(part -> part.tables().stream()).toList();
    int schema = result.parts().stream().mapToInt(part -> part.schema().size()).sum();
    return "%s: %s%s, in %s"
        .formatted(
            since,
            counts(
                tables.stream().mapToLong(DiffResult.Table::added).sum(),
                tables.stream().mapToLong(DiffResult.Table::removed).sum(),
                tables.stream().mapToLong(DiffResult.Table::changed).sum()),
            schema == 0
                ? ""
                : ", " + Amount.of(schema, "difference of the schema", "differences of the schema"),
            Amount.of(tables.size(), "table"));
  }

  private static String counts(long added, long removed, long changed) {
    List<String> counts = new ArrayList<>();
    if (added > 0) {
      counts.add(Amount.of(added, "row") + " added");
    }
    if (removed > 0) {
      counts.add(Amount.of(removed, "row") + " removed");
    }
    if (changed > 0) {
      counts.add(Amount.of(changed, "row") + " changed");
    }
    return counts.isEmpty() ? "no rows differ" : String.join(", ", counts);
  }

  private static void table(DiffResult.Part part, DiffResult.Table table, TextOut out) {
    out.println(
        "%s: %s"
            .formatted(
                out.paint().bold(part.name() + " " + table.table()),
                counts(table.added(), table.removed(), table.changed())));
    table.rows().forEach(row -> row(row, out));
    long more = table.added() + table.removed() + table.changed() - table.rows().size();
    if (more > 0) {
      out.println("  and %s (--limit)".formatted(Amount.of(more, "more row")));
    }
  }

  private static void row(DiffResult.Row row, TextOut out) {
    String name = row.name().stream().map(DiffText::plain).collect(Collectors.joining(", "));
    switch (row.change()) {
      case ADDED -> out.println("  " + out.paint().green("+ " + name));
      case REMOVED -> out.println("  " + out.paint().red("- " + name));
      default -> out.println("  " + out.paint().yellow("~ " + name));
    }
    for (DiffResult.Value value : row.columns()) {
      if (row.change() == Change.CHANGED) {
        out.println(
            "      %s: %s -> %s"
                .formatted(value.column(), quoted(value.before()), quoted(value.after())));
      } else if (out.verbose()) {
        out.println(
            "      %s: %s"
                .formatted(
                    value.column(),
                    quoted(row.change() == Change.ADDED ? value.after() : value.before())));
      }
    }
  }

  private static String plain(String value) {
    return value == null ? "NULL" : Printable.cut(value, VALUE);
  }

  private static String quoted(String value) {
    return value == null ? "NULL" : '"' + Printable.cut(value, VALUE) + '"';
  }
}
