package org.openedx.devdata.cli.keep.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.keep.snapshot.part.PartType;
import org.openedx.devdata.cli.keep.snapshot.part.PartTypes;
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
    Map<PartType.Words, List<DiffResult.Table>> byWords = new LinkedHashMap<>();
    for (DiffResult.Part part : result.parts()) {
      byWords
          .computeIfAbsent(PartTypes.words(part.kind()), any -> new ArrayList<>())
          .addAll(part.tables());
    }
    int schema = result.parts().stream().mapToInt(part -> part.schema().size()).sum();
    List<String> sums = new ArrayList<>();
    byWords.forEach((words, tables) -> sum(words, tables, sums));
    if (sums.isEmpty()) {
      sums.add("no rows differ");
    }
    if (schema > 0) {
      sums.add(Amount.of(schema, "difference of the schema", "differences of the schema"));
    }
    return since + ": " + String.join("; ", sums);
  }

  private static void sum(PartType.Words words, List<DiffResult.Table> tables, List<String> sums) {
    if (!tables.isEmpty()) {
      String counts =
          counts(
              words,
              tables.stream().mapToLong(DiffResult.Table::added).sum(),
              tables.stream().mapToLong(DiffResult.Table::removed).sum(),
              tables.stream().mapToLong(DiffResult.Table::changed).sum());
      sums.add(
          words.isCounted()
              ? "%s, in %s".formatted(counts, Amount.of(tables.size(), words.item()))
              : counts);
    }
  }

  private static String counts(PartType.Words words, long added, long removed, long changed) {
    List<String> counts = new ArrayList<>();
    if (added > 0) {
      counts.add(Amount.of(added, words.row()) + " added");
    }
    if (removed > 0) {
      counts.add(Amount.of(removed, words.row()) + " removed");
    }
    if (changed > 0) {
      counts.add(Amount.of(changed, words.row()) + " changed");
    }
    return String.join(", ", counts);
  }

  private static void table(DiffResult.Part part, DiffResult.Table table, TextOut out) {
    PartType.Words words = PartTypes.words(part.kind());
    out.println(
        "%s: %s"
            .formatted(
                out.paint().bold(part.name() + " " + table.table()),
                counts(words, table.added(), table.removed(), table.changed())));
    table.rows().forEach(row -> row(row, out));
    long more = table.added() + table.removed() + table.changed() - table.rows().size();
    if (more > 0) {
      out.println("  and %s (--limit)".formatted(Amount.of(more, "more " + words.row())));
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
