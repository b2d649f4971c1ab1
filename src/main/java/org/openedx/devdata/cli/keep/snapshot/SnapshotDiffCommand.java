package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.keep.diff.DatabaseComparison;
import org.openedx.devdata.keep.diff.DiffSide;
import org.openedx.devdata.keep.diff.LiveSide;
import org.openedx.devdata.keep.diff.SavedSide;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;
import org.openedx.devdata.plan.SqlService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot diff}. */
@Command(
    name = "diff",
    header = "Shows which rows differ from those of a snapshot.",
    description = {
      "",
      "Compares the databases with a snapshot, or one snapshot with a later one, and names the rows"
          + " that were added, removed or changed by their natural keys. Nothing is written. Tables"
          + " of devdata itself are left out. Exit code 4 when anything differs, the schema"
          + " included."
    },
    footer = {
      "",
      "Examples:",
      "  devdata snapshot diff before-demo",
      "  devdata snapshot diff before-demo --tables 'student_*' --limit 100",
      "  devdata snapshot diff before-demo after-demo --format json"
    })
@Prints(DiffResult.class)
final class SnapshotDiffCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The snapshot's name.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME2",
      description = "A snapshot to compare it with (default: the databases as they are).")
  private String with;

  @Mixin private ChoiceArguments choice = new ChoiceArguments();

  @Mixin private LimitArguments limit = new LimitArguments();

  @Mixin private PlaceArguments place = new PlaceArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  SnapshotDiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    limit.rows();
    Snapshot snapshot = place.find(session, name);
    List<DiffResult.Part> parts = new ArrayList<>();
    Interruption.Phase phase =
        session.interruption().during(() -> "interrupted; nothing was written");
    try (Progress progress = session.progress("comparing")) {
      if (with == null) {
        withDatabases(snapshot, progress, parts);
      } else {
        withSnapshot(snapshot, place.find(session, with), progress, parts);
      }
      progress.end();
    } finally {
      phase.close();
    }
    boolean different =
        parts.stream().anyMatch(part -> !part.schema().isEmpty() || !part.tables().isEmpty());
    session.show(new DiffResult(name, with, different, parts), new DiffText());
    return different ? ExitCode.DIFFERENCES : ExitCode.DONE;
  }

  private void withDatabases(Snapshot snapshot, Progress progress, List<DiffResult.Part> parts)
      throws IOException {
    ChosenParts chosen = new ChosenParts(snapshot, choice);
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      for (SnapshotPart store : chosen.stores(session, databases)) {
        if (store instanceof DatabasePart database) {
          try (DiffSide before = new SavedSide(chosen.saved(store), snapshot.files());
              DiffSide after = LiveSide.open(database.settings())) {
            String label = database.settings().label();
            parts.add(compare(chosen.saved(store), label, before, after, progress));
          }
        }
      }
    }
  }

  private void withSnapshot(
      Snapshot snapshot, Snapshot later, Progress progress, List<DiffResult.Part> parts)
      throws IOException {
    ChosenParts others = new ChosenParts(later, choice);
    for (SavedPart part : new ChosenParts(snapshot, choice).all()) {
      SavedPart other = others.saved(part.kind(), part.name());
      try (DiffSide before = new SavedSide(part, snapshot.files());
          DiffSide after = new SavedSide(other, later.files())) {
        parts.add(compare(part, other.source(), before, after, progress));
      }
    }
  }

  private DiffResult.Part compare(
      SavedPart part, String label, DiffSide before, DiffSide after, Progress progress)
      throws IOException {
    List<TableSet> described =
        part.services().stream()
            .flatMap(ida -> session.registry().sql(ida).stream())
            .map(SqlService::tables)
            .toList();
    RowProgress listener = new RowProgress(progress, "comparing");
    return DiffResult.part(
        part.name(),
        label,
        new DatabaseComparison(before, after, described, choice.items(), limit.rows())
            .run(label, more -> listener.rows(part.name(), more)));
  }
}
