package org.openedx.devdata.cli.keep.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.keep.snapshot.part.PartType;
import org.openedx.devdata.cli.keep.snapshot.part.PartTypes;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/** A snapshot, for people. Stateless. */
final class SnapshotText implements TextView<SnapshotResult> {

  /** Tables or files that are shown unless all are asked for. */
  private static final int ITEMS = 10;

  private static final int NAMES = 8;

  private static final String NOT_COVERED =
      "what lives in MongoDB (course content of the modulestore)";

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
                amounts(result),
                Amount.of(result.parts().size(), "part"),
                Sizes.of(result.bytes())));
    out.note("saved %s by %s, in %s".formatted(result.created(), result.tool(), result.path()));
    out.note("not in it: " + NOT_COVERED);
  }

  /** Numbers of rows, and of files where there are parts of them. */
  private static String amounts(SnapshotResult result) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (SnapshotResult.Part part : result.parts()) {
      counts.merge(PartTypes.words(part.kind()).row(), part.rows(), Long::sum);
    }
    return counts.entrySet().stream()
        .map(count -> Amount.of(count.getValue(), count.getKey()))
        .collect(Collectors.joining(" and "));
  }

  private static void part(SnapshotResult.Part part, TextOut out) {
    PartType.Words words = PartTypes.words(part.kind());
    out.println(
        "%s  %s%s%s"
            .formatted(
                out.paint().bold(part.name()),
                Amount.of(part.tables().size(), words.item()),
                words.isCounted() ? ", " + Amount.of(part.rows(), words.row()) : "",
                part.server().isEmpty() ? "" : ", server " + part.server()));
    out.println("  from " + part.source());
    out.println("  " + part.consistency());
    part.leftOut().forEach((kind, names) -> out.println("  left out: " + some(kind, names)));
    items(part, words, out);
    out.println();
  }

  private static void items(SnapshotResult.Part part, PartType.Words words, TextOut out) {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of(words.item(), words.isCounted() ? words.row() + "s" : "", "packed"));
    List<SnapshotResult.Item> largest = new ArrayList<>(part.tables());
    largest.sort(
        Comparator.comparingLong(SnapshotResult.Item::rows)
            .thenComparing(SnapshotResult.Item::bytes)
            .reversed());
    for (SnapshotResult.Item item :
        out.verbose() ? part.tables() : largest.subList(0, Math.min(ITEMS, largest.size()))) {
      table.row(
          List.of(
              item.name(),
              words.isCounted() ? String.format(Locale.ROOT, "%,d", item.rows()) : "",
              Sizes.of(item.bytes())));
    }
    table.print(out.out(), "  ", out.paint());
    if (!out.verbose() && largest.size() > ITEMS) {
      out.println(
          "  and %s (--verbose lists all)"
              .formatted(Amount.of(largest.size() - ITEMS, "smaller " + words.item())));
    }
  }

  private static String some(String kind, List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return "%s (%s%s)"
        .formatted(
            kind, shown, names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "");
  }
}
