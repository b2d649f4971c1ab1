package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.VersionText;
import org.openedx.devdata.cli.keep.snapshot.part.AskedStores;
import org.openedx.devdata.cli.keep.snapshot.part.TargetStores;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.Manifest;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.UnfinishedSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata snapshot save}. */
@Command(
    name = "save",
    header = "Saves all rows of the databases as they are at one moment, and media files.",
    description = {
      "",
      "Reads several tables at once in transactions that see the same moment, and disturbs no user"
          + " who works there. Of ClickHouse, the parts of a moment are read. Views, dictionaries,"
          + " triggers, routines and events are not saved, but named. Refuses a database into which an"
          + " earlier restore did not end."
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

  @Option(
      names = "--force",
      description =
          "Saves although an earlier restore did not end: some tables are as they were and others"
              + " as they were saved then.")
  private boolean force;

  @Mixin private FormArguments form = new FormArguments();

  @Mixin private ChoiceArguments choice = new ChoiceArguments();

  @Mixin private PlaceArguments place = new PlaceArguments();

  @Mixin private SiteArguments where = new SiteArguments();

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
        Databases databases = where.databases(session)) {
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
    AskedStores asked = AskedStores.of(where.site(session, databases, choice), choice.only);
    boolean copied = form.isCopied(asked, unfinished.folder(), place.isArchive());
    TargetStores stores = TargetStores.of(copied ? asked.asCopy() : asked);
    HalfRestored half = HalfRestored.among(session, stores.parts());
    if (!force) {
      half.requireNone();
    }
    return stores
        .save(unfinished.folder(), choice.items(), new RowProgress(progress, "saving"))
        .stream()
        .map(
            part ->
                half.names().contains(part.name()) ? part.withRemark(HalfRestored.REMARK) : part)
        .toList();
  }

  private Manifest manifest(List<SavedPart> saved) {
    return new Manifest(
        Manifest.FORMAT,
        name,
        session.surroundings().clock().get().truncatedTo(ChronoUnit.SECONDS).toString(),
        "devdata " + VersionText.devdata(),
        where.target(session),
        saved);
  }
}
