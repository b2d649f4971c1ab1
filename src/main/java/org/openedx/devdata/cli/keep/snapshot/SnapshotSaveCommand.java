package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.VersionText;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.Manifest;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.keep.snapshot.UnfinishedSnapshot;
import org.openedx.devdata.keep.snapshot.mysql.DatabaseViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot save}. */
@Command(
    name = "save",
    header = "Saves all rows of the databases as they are at one moment.",
    description = {
      "",
      "Reads several tables at once in transactions that see the same moment, and disturbs no user"
          + " who works there. Views, triggers, routines and events are not saved, but named."
    },
    footer = {
      "",
      "Examples:",
      "  devdata snapshot save before-demo",
      "  devdata snapshot save fresh --target tutor --only lms",
      "  devdata snapshot save fresh --into /backup/fresh.tar"
    })
@Prints(SnapshotResult.class)
final class SnapshotSaveCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The new snapshot's name.")
  private String name;

  @Mixin private ChoiceArguments choice = new ChoiceArguments();

  @Mixin private PlaceArguments place = new PlaceArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  SnapshotSaveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path destination = place.destination(session, name);
    Interruption.Phase phase =
        session.interruption().during(() -> "interrupted; no snapshot was saved");
    try (UnfinishedSnapshot unfinished = UnfinishedSnapshot.begin(destination);
        Progress progress = session.progress("saving");
        Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      Snapshot snapshot = unfinished.complete(manifest(saved(unfinished, databases, progress)));
      progress.end();
      session.show(SnapshotResult.of(snapshot), new SnapshotText());
    } finally {
      phase.close();
    }
    return ExitCode.DONE;
  }

  private List<SavedPart> saved(
      UnfinishedSnapshot unfinished, Databases databases, Progress progress) throws IOException {
    List<SnapshotPart> stores = new SnapshotParts(session, databases).of(choice.only);
    List<SavedPart> saved = new ArrayList<>();
    try (DatabaseViews views = DatabaseViews.open(stores)) {
      for (SnapshotPart store : stores) {
        Path folder = Files.createDirectory(unfinished.folder().resolve(store.name()));
        saved.add(views.save(store, folder, choice.items(), new RowProgress(progress, "saving")));
      }
    }
    return saved;
  }

  private Manifest manifest(List<SavedPart> saved) {
    return new Manifest(
        Manifest.FORMAT,
        name,
        session.surroundings().clock().get().truncatedTo(ChronoUnit.SECONDS).toString(),
        "devdata " + VersionText.devdata(),
        connect.toConnect(session.options()).target(),
        saved);
  }
}
