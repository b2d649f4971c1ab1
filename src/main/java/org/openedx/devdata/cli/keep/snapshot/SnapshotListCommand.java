package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextTable.Align;
import org.openedx.devdata.keep.snapshot.Manifest;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata snapshot list}. */
@Command(
    name = "list",
    header = "Lists the snapshots, the oldest first.",
    footer = {"", "Examples:", "  devdata snapshot list", "  devdata snapshot list --into /backup"})
@Prints(SnapshotListCommand.SnapshotsResult.class)
final class SnapshotListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private PlaceArguments place = new PlaceArguments();

  SnapshotListCommand(Session session) {
    this.session = session;
  }

  /** The snapshots of a folder. */
  record SnapshotsResult(@Meaning("the snapshots, the oldest first") List<Line> snapshots) {}

  /** A snapshot in few words. */
  @OneLine
  record Line(
      @Meaning("its name") String name,
      @Meaning("when it was saved") String created,
      @Meaning("the target that it was saved from") String target,
      @Meaning("names of its parts") List<String> parts,
      @Meaning("number of rows") long rows,
      @Meaning("packed size in bytes") long bytes) {}

  @Override
  public Integer call() throws IOException {
    List<Snapshot> all = place.store(session).list();
    session.show(
        new SnapshotsResult(all.stream().map(SnapshotListCommand::line).toList()),
        SnapshotListCommand::write);
    return ExitCode.DONE;
  }

  private static Line line(Snapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    return new Line(
        manifest.name(),
        manifest.created(),
        manifest.target(),
        manifest.parts().stream().map(SavedPart::name).toList(),
        manifest.rows(),
        manifest.bytes());
  }

  private static void write(SnapshotsResult listed, TextOut out) {
    if (listed.snapshots().isEmpty()) {
      out.println("no snapshots; devdata snapshot save NAME makes one");
      return;
    }
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT));
    table.row(List.of("name", "saved", "target", "parts", "rows", "size"));
    for (Line line : listed.snapshots()) {
      table.row(
          List.of(
              line.name(),
              line.created(),
              line.target(),
              String.join(" ", line.parts()),
              String.format(Locale.ROOT, "%,d", line.rows()),
              Sizes.of(line.bytes())));
    }
    table.print(out.out(), "", out.paint());
  }
}
