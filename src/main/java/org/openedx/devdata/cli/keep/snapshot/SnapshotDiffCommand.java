package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.keep.snapshot.part.Comparing;
import org.openedx.devdata.cli.keep.snapshot.part.PartTypes;
import org.openedx.devdata.cli.keep.snapshot.part.TargetStore;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot diff}. */
@Command(
    name = "diff",
    header = "Shows which rows and files differ from those of a snapshot.",
    description = {
      "",
      "Compares the databases with a snapshot, or one snapshot with a later one, and names the rows"
          + " that were added, removed or changed by their natural keys, files by their paths. Nothing is written. Tables"
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

  @Mixin private SiteArguments where = new SiteArguments();

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
    try (Databases databases = where.databases(session)) {
      for (TargetStore<?> store : chosen.stores(where.site(session, databases, choice)).all()) {
        SavedCopy copy = chosen.copy(store.part());
        StoreDiff diff = store.compare(copy, how(copy.part(), progress));
        parts.add(DiffResult.part(copy.part(), store.part().label(), diff));
      }
    }
  }

  private void withSnapshot(
      Snapshot snapshot, Snapshot later, Progress progress, List<DiffResult.Part> parts)
      throws IOException {
    ChosenParts others = new ChosenParts(later, choice);
    for (SavedPart part : new ChosenParts(snapshot, choice).all()) {
      SavedCopy before = new SavedCopy(part, snapshot.files());
      SavedCopy after = others.copy(part.name());
      StoreDiff diff = PartTypes.of(part).compare(before, after, how(part, progress));
      parts.add(DiffResult.part(part, after.part().source(), diff));
    }
  }

  private Comparing how(SavedPart part, Progress progress) {
    RowProgress listener = new RowProgress(progress, "comparing");
    return new Comparing(
        session, choice.items(), limit.rows(), more -> listener.rows(part.name(), more));
  }
}
