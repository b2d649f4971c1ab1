package org.openedx.devdata.cli.keep;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;

/** Text of what `empty` removes: a table for each database, what is remarkable, a last line. */
final class EmptyText implements TextView<EmptyResult> {

  /** Tables shown unless every detail is wanted: those that lose the largest number of rows. */
  private static final int SHOWN = 30;

  @Override
  public void write(EmptyResult result, TextOut out) {
    plan(result, out);
    out.println(
        result.removed() == 0
            ? "Nothing to remove: the databases are as their migrations left them."
            : "%s: %s rows %s."
                .formatted(
                    result.dryRun() ? "Dry run" : "Emptied",
                    number(result.removed()),
                    result.dryRun() ? "would be removed" : "removed"));
  }

  /** The databases, without the last line. */
  void plan(EmptyResult result, TextOut out) {
    result.databases().forEach(database -> write(database, out));
    out.note("Not covered: " + String.join(", ", result.notCovered()) + ".");
  }

  private static void write(EmptyResult.EmptiedDatabase database, TextOut out) {
    out.note(
        "%s (%s): %s rows go, %s stay"
            .formatted(
                database.database(),
                String.join(", ", database.services()),
                number(database.removed()),
                number(database.kept())));
    if (out.quiet() || database.tables().isEmpty()) {
      return;
    }
    TextTable text = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    text.row(List.of("table", "go", "stay"));
    List<EmptyResult.EmptiedTable> tables = database.tables();
    long from = out.verbose() ? 0 : threshold(tables);
    tables.stream()
        .filter(table -> table.removed() >= from)
        .forEach(
            table ->
                text.row(List.of(table.table(), number(table.removed()), number(table.kept()))));
    text.print(out.out(), "  ", out.paint());
    long hidden = tables.stream().filter(table -> table.removed() < from).count();
    if (hidden > 0) {
      out.note("  and %d tables with fewer rows (--verbose lists all)".formatted(hidden));
    }
    remarks(database).forEach(line -> out.note("  " + line));
  }

  private static long threshold(List<EmptyResult.EmptiedTable> tables) {
    return tables.stream()
        .map(EmptyResult.EmptiedTable::removed)
        .sorted((one, other) -> Long.compare(other, one))
        .skip(SHOWN - 1L)
        .findFirst()
        .orElse(0L);
  }

  private static Stream<String> remarks(EmptyResult.EmptiedDatabase database) {
    Stream<String> unknown =
        database.unknown().isEmpty()
            ? Stream.empty()
            : Stream.of(
                "of apps that devdata does not know: %s (--keep TABLE keeps one)"
                    .formatted(String.join(", ", database.unknown())));
    Stream<String> cleared =
        database.cleared().stream()
            .map(
                one ->
                    "%s.%s becomes NULL in %s rows that stay"
                        .formatted(
                            one.table(), String.join(", ", one.columns()), number(one.rows())));
    return Stream.of(unknown, cleared, database.notes().stream()).flatMap(lines -> lines);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
