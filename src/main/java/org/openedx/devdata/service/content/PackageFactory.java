package org.openedx.devdata.service.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.RowBatch;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Makes the rows of a package and of all that belongs to it, one package at a time: every row of a
 * history depends on what came before. Files are laid beside the database before the commit; one
 * that is not used in the end does no harm, because its name is its digest.
 */
final class PackageFactory implements RecordFactory {

  private final FactoryContext context;
  private final ContentTables tables;
  private final Optional<Path> mediaRoot;
  private Map<SpecRecord, PackageHistory> histories;

  PackageFactory(FactoryContext context, ContentTables tables, Optional<Path> mediaRoot) {
    this.context = context;
    this.tables = tables;
    this.mediaRoot = mediaRoot;
  }

  @Override
  public int chunkSize(int usual) {
    return 1;
  }

  /** Tells the histories, reads all files, and asks what this database would not take. */
  @Override
  public void check(Problems problems) {
    histories = SpecHistories.of(context.spec(), context.now(), true, problems);
    if (context.step().removes()) {
      return;
    }
    boolean current = context.lookups().has(tables.containerTypes);
    boolean libraries = context.lookups().has(tables.libraries);
    histories.forEach(
        (record, history) -> {
          if (current) {
            CurrentCodes.check(history, problems);
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
    ContentRows rows = new ContentRows(tables, batch, context.step().removes());
    PublishingRows publishing = new PublishingRows(rows, history);
    publishing.add();
    MediaRows media = new MediaRows(rows);
    media.add(history, publishing.learningPackage());
    ComponentRows components = new ComponentRows(rows, publishing, media);
    history.components().all().forEach(components::add);
    ContainerRows containers = new ContainerRows(rows, publishing, context.lookups());
    history.containers().all().forEach(containers::add);
    CollectionRows collections = new CollectionRows(rows, publishing);
    history.collections().all().forEach(collections::add);
    new LibraryRows(rows, context.lookups()).add(record, history, publishing.learningPackage());
  }

  private static void refuseFiles(SpecRecord record, PackageHistory history, Problems problems) {
    long files = history.media().all().stream().filter(one -> one.text().isEmpty()).count();
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

  @Override
  public void written(List<SpecRecord> chunk) {
    for (SpecRecord record : chunk) {
      PackageHistory history = histories.get(record);
      Object uuid =
          context
              .lookups()
              .find(tables.packages, List.of("uuid"), "package_ref", List.of(history.key()))
              .get(0)[0];
      mediaRoot.ifPresent(
          root -> {
            MediaFolder folder = new MediaFolder(root, uuid.toString());
            history.media().all().stream()
                .filter(one -> one.text().isEmpty())
                .forEach((Media one) -> folder.put(one.digest(), one.size(), one.bytes()));
          });
    }
  }
}
