package org.openedx.devdata.service.content.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.content.history.AlikeKeys;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.history.SpecHistories;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.tables.ContentTables;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Makes the rows of a package and of all that belongs to it, one package at a time: every row of a
 * history depends on what came before. Files are laid beside the database before the commit, and
 * taken away again when it does not come.
 */
public final class PackageFactory implements RecordFactory {

  private final FactoryContext context;
  private final ContentTables tables;
  private final Optional<Path> mediaRoot;
  private final List<MediaFolder> folders = new ArrayList<>();
  private Map<SpecRecord, PackageHistory> histories;
  private CompletableFuture<Void> files = CompletableFuture.completedFuture(null);

  public PackageFactory(FactoryContext context, ContentTables tables, Optional<Path> mediaRoot) {
    this.context = context;
    this.tables = tables;
    this.mediaRoot = mediaRoot;
  }

  @Override
  public int chunkSize(int byDefault) {
    return 1;
  }

  /** Builds the histories, reads all files, and asks what this database would not take. */
  @Override
  public void check(Problems problems) {
    histories = SpecHistories.of(context.spec(), context.now(), true, problems);
    if (context.step().removes()) {
      ContentLeftAlone leftAlone = new ContentLeftAlone(tables, context.lookups());
      histories.forEach((record, history) -> leftAlone.check(record, history, problems));
      return;
    }
    boolean current = context.lookups().has(tables.containers, "container_code");
    boolean folded = context.lookups().folds(tables.containers, "container_code");
    boolean libraries = context.lookups().has(tables.libraries);
    if (libraries) {
      new LibraryKeys(tables, context.lookups()).check(histories, context.earlier(), problems);
    }
    ArchiveTargets targets = new ArchiveTargets(tables, context.lookups());
    histories.forEach(
        (record, history) -> {
          targets.check(record, history, problems);
          if (current) {
            CurrentCodes.check(history, problems);
          }
          if (folded) {
            AlikeKeys.check(history, problems);
          }
          if (libraries) {
            LibraryRows.check(record, history, problems);
          }
          if (context.step() == Step.LOAD && mediaRoot.isEmpty()) {
            refuseFiles(record, history, problems);
          }
        });
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    PackageHistory history = histories.get(record);
    if (context.step() == Step.LOAD) {
      layDown(history);
    }
    ContentRows rows = new ContentRows(tables, batch, context.step().removes());
    PublishingRows publishing = new PublishingRows(rows, history);
    MediaRows media = new MediaRows(rows);
    ComponentRows components = new ComponentRows(rows, publishing, media);
    ContainerRows containers = new ContainerRows(rows, publishing, context.lookups());
    CollectionRows collections = new CollectionRows(rows, publishing);
    // First of all what must be looked up, then one large table after the other.
    history.people().forEach(name -> batch.expect(Reference.to(tables.users, name)));
    media.addTypes(history);
    history.components().all().forEach(components::type);
    history.containers().all().forEach(containers::type);
    new LibraryRows(rows, context.lookups()).add(record, history, publishing.learningPackage());
    publishing.addEntities();
    batch.then(publishing::addVersions);
    batch.then(publishing::addLogs);
    batch.then(publishing::addPointers);
    batch.then(() -> media.add(history, publishing.learningPackage()));
    batch.then(() -> history.components().all().forEach(components::add));
    batch.then(() -> history.containers().all().forEach(containers::add));
    batch.then(() -> history.collections().all().forEach(collections::add));
  }

  private static void refuseFiles(SpecRecord record, PackageHistory history, Problems problems) {
    int files = files(history).size();
    if (files > 0) {
      problems.add(
          record.position(),
          "package '"
              + history.key()
              + "' has "
              + files
              + " files, which stand beside the database; name the platform's media folder with"
              + " --media-root DIR or DEVDATA_MEDIA_ROOT");
    }
  }

  /** Lays the files of a package down while its rows are planned and written. */
  private void layDown(PackageHistory history) {
    List<Media> all = files(history);
    if (all.isEmpty()) {
      return;
    }
    List<Object[]> found =
        context
            .lookups()
            .find(tables.packages, List.of("uuid"), "package_ref", List.of(history.key()));
    String uuid =
        found.isEmpty() ? PublishingRows.uuidOf(history) : ColumnValues.text(found.get(0)[0]);
    MediaFolder folder = new MediaFolder(mediaRoot.orElseThrow(), uuid);
    folders.add(folder);
    files = CompletableFuture.runAsync(() -> folder.put(all));
  }

  private static List<Media> files(PackageHistory history) {
    return history.media().all().stream().filter(one -> one.text().isEmpty()).toList();
  }

  /** Files of packages that were not written. */
  @Override
  public void undo() {
    files.exceptionally(failure -> null).join();
    folders.forEach(MediaFolder::takeBack);
    folders.clear();
  }

  /** Rows are committed when their files are there. */
  @Override
  public void written(List<SpecRecord> chunk) {
    try {
      files.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
