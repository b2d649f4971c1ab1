package org.openedx.devdata.cli.keep.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/** A snapshot, for people. Stateless. */
final class SnapshotText implements TextView<SnapshotResult> {

  /** Tables that are shown unless all are asked for. */
  private static final int TABLES = 10;

  private static final int NAMES = 8;

  @Override
  public void write(SnapshotResult result, TextOut out) {
    for (SnapshotResult.Part part : result.parts()) {
      if (!out.quiet()) {
        part(part, out);
      }
    }
    out.println(
        "snapshot %s: %s in %s, %s"
            .formatted(
                result.name(),
                Amount.of(result.rows(), "row"),
                Amount.of(result.parts().size(), "part"),
                Sizes.of(result.bytes())));
    out.note("saved %s by %s, in %s".formatted(result.created(), result.tool(), result.path()));
    out.note("not in it: ClickHouse, media files, and what lives in MongoDB");
  }

  private static void part(SnapshotResult.Part part, TextOut out) {
    out.println(
        "%s  %s, %s, server %s"
            .formatted(
                out.paint().bold(part.name()),
                Amount.of(part.tables().size(), "table"),
                Amount.of(part.rows(), "row"),
                part.server()));
    out.println("  from " + part.source());
    out.println("  " + part.consistency());
    part.leftOut().forEach((kind, names) -> out.println("  left out: " + some(kind, names)));
    TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of("table", "rows", "packed"));
    List<SnapshotResult.Item> largest = new ArrayList<>(part.tables());
    largest.sort(Comparator.comparingLong(SnapshotResult.Item::rows).reversed());
    for (SnapshotResult.Item item :
        out.verbose() ? part.tables() : largest.subList(0, Math.min(TABLES, largest.size()))) {
      table.row(
          List.of(
              item.name(), String.format(Locale.ROOT, "%,d", item.rows()), Sizes.of(item.bytes())));
    }
    table.print(out.out(), "  ", out.paint());
    if (!out.verbose() && largest.size() > TABLES) {
      out.println(
          "  and %s with fewer rows (--verbose lists all)"
              .formatted(Amount.of(largest.size() - TABLES, "table")));
    }
    out.println();
  }

  private static String some(String kind, List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return "%s (%s%s)"
        .formatted(
            kind, shown, names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "");
  }
}
