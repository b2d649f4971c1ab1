package org.openedx.devdata.cli.keep;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/** An export, for people. Stateless. */
final class ExportText implements TextView<ExportOutput> {

  @Override
  public void write(ExportOutput result, TextOut out) {
    for (ExportOutput.Service service : result.services()) {
      if (!out.quiet()) {
        write(service, out);
      }
    }
    long records =
        result.services().stream()
            .flatMap(service -> service.records().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    out.println("wrote %s to %s".formatted(Amount.of(records, "record"), result.folder()));
  }

  private static void write(ExportOutput.Service service, TextOut out) {
    out.println(
        out.paint().bold(service.ida())
            + (service.files().isEmpty()
                ? ": no rows"
                : ": " + String.join(", ", service.files())));
    numbers("records", service.records(), out);
    if (!service.columns().isEmpty()) {
      out.println("values that no field says, which a load sets as it sets new rows:");
      TextTable table = table();
      service
          .columns()
          .forEach(
              one ->
                  table.row(
                      List.of(
                          one.table() + "." + one.column() + " " + one.reason(),
                          number(one.rows()))));
      table.print(out.out(), "  ", out.paint());
    }
    if (!service.refused().isEmpty()) {
      out.println("rows that no record can stand for, and that are left out:");
      TextTable table = table();
      service
          .refused()
          .forEach(
              one -> table.row(List.of(one.table() + ": " + one.reason(), number(one.rows()))));
      table.print(out.out(), "  ", out.paint());
    }
    numbers("rows that no kind describes, and that are left out:", service.left(), out);
    numbers("rows that a load makes beside those that are there:", service.made(), out);
  }

  private static void numbers(String title, Map<String, Long> numbers, TextOut out) {
    if (!numbers.isEmpty()) {
      out.println(title);
      TextTable table = table();
      numbers.forEach((name, count) -> table.row(List.of(name, number(count))));
      table.print(out.out(), "  ", out.paint());
    }
  }

  private static TextTable table() {
    return new TextTable(List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT));
  }

  private static String number(long count) {
    return "%,d".formatted(count);
  }
}
