package org.openedx.devdata.service.content.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.service.content.archive.Archive;
import org.openedx.devdata.service.content.archive.ArchiveApi;
import org.openedx.devdata.service.content.archive.ArchivedCollection;
import org.openedx.devdata.service.content.archive.ArchivedEntity;
import org.openedx.devdata.service.content.archive.ArchivedFile;
import org.openedx.devdata.service.content.archive.ArchivedVersion;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.service.content.collections.Collection;
import org.openedx.devdata.service.content.components.Component;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.Child;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaApi;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.service.content.publishing.Branch;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.service.content.publishing.Version;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * An archive as the beginning of a history: everything comes in one bulk change and is published as
 * far as it was, then a second one takes the drafts to where they were. Immutable.
 *
 * @param archive what was read
 * @param whole whether nothing was wrong with it; what is missing else would be reported again
 */
record RestoredArchive(Archive archive, boolean whole) {

  /** Reads the archive that a record names; what is wrong with it goes to the problems. */
  static Optional<RestoredArchive> read(String written, SpecRecord record, Problems problems) {
    try {
      Optional<Path> found = ArchivePath.find(written, record, problems);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Path path = found.get();
      int before = problems.size();
      Archive archive = ArchiveApi.read(path, path.toString(), ArchiveLimits.DEFAULT, problems);
      return Optional.of(new RestoredArchive(archive, problems.size() == before));
    } catch (IOException e) {
      problems.add(
          record.positionOf("archive"),
          "cannot read " + Shown.quoted(written) + "; is it a file on a disk that works?");
      return Optional.empty();
    }
  }

  /** The package before anything is in it; its times are those of the archive. */
  PackageHistory begin(String key, Moment restored, boolean reading) {
    Instant created = archive.learningPackage().created();
    Moment then = new Moment(created, true, restored.by(), restored.origin());
    return PackageHistory.begin(
        key,
        archive.learningPackage().title(),
        archive.learningPackage().description(),
        then,
        then,
        reading);
  }

  /** The step that fills the package. */
  Step step(PackageHistory history, MediaApi media, Moment restored) {
    return new Step(
        restored, Step.Rank.RESTORE, Optional.empty(), () -> restore(history, media, restored));
  }

  private void restore(PackageHistory history, MediaApi media, Moment restored) {
    PublishingApi publishing = history.publishing();
    publishing.inBulk(
        "restore",
        restored,
        () -> {
          create(history, media, restored);
          setDrafts(publishing, ArchivedEntity::published, restored);
        });
    publishing.publishAll("", restored);
    publishing.inBulk(
        "restore drafts", restored, () -> setDrafts(publishing, ArchivedEntity::draft, restored));
    for (ArchivedCollection collection : archive.collections()) {
      collection(history, collection, restored);
    }
  }

  /** Children before what holds them. */
  private void create(PackageHistory history, MediaApi media, Moment restored) {
    for (ArchivedEntity entity : archive.entities()) {
      if (entity.container().isEmpty()) {
        component(history, media, entity, restored);
      }
    }
    for (ContainerType type : ContainerType.values()) {
      for (ArchivedEntity entity : archive.entities()) {
        if (entity.container().equals(Optional.of(type))) {
          container(history, type, entity, restored);
        }
      }
    }
  }

  private static Moment made(ArchivedEntity entity, Moment restored) {
    return new Moment(entity.created(), true, restored.by(), origin(entity));
  }

  private static Origin origin(ArchivedEntity entity) {
    String kind = entity.container().map(ContentKinds::kindOf).orElse(ContentKinds.COMPONENTS);
    return new Origin(kind, entity.position());
  }

  private static Moment versionMade(ArchivedEntity entity, ArchivedVersion version, Moment at) {
    return new Moment(
        at.at(), at.fixed(), at.by(), new Origin(origin(entity).kind(), version.position()));
  }

  private static List<ArchivedVersion> ascending(ArchivedEntity entity) {
    List<ArchivedVersion> versions = new ArrayList<>(entity.versions());
    versions.sort(Comparator.comparingInt(ArchivedVersion::number));
    return versions;
  }

  private static void component(
      PackageHistory history, MediaApi media, ArchivedEntity entity, Moment restored) {
    ComponentKey key = ComponentKey.parse(entity.key()).orElse(null);
    if (key == null) {
      return; // The reader has reported a problem.
    }
    Component component =
        history.components().create(key, entity.canStandAlone(), made(entity, restored));
    for (ArchivedVersion version : ascending(entity)) {
      Map<String, Optional<Media>> attachments = new LinkedHashMap<>();
      for (ArchivedFile file : version.files()) {
        attachments.put(file.path(), Optional.of(stored(history, media, key, file, restored)));
      }
      history
          .components()
          .createNext(
              component,
              new org.openedx.devdata.service.content.components.NextVersion(
                  Optional.of(version.number()), Optional.of(version.title()), attachments, true),
              versionMade(entity, version, restored));
    }
  }

  private static Media stored(
      PackageHistory history, MediaApi media, ComponentKey key, ArchivedFile file, Moment at) {
    MediaType type = media.typeOf(key.type(), file.path());
    return file.path().equals(MediaApi.OLX)
        ? history
            .media()
            .text(type, new String(file.bytes().read(), StandardCharsets.UTF_8), at.at())
        : history.media().file(type, file.bytes(), at.at());
  }

  private static void container(
      PackageHistory history, ContainerType type, ArchivedEntity entity, Moment restored) {
    Container container =
        history
            .containers()
            .create(type, entity.key(), entity.canStandAlone(), made(entity, restored));
    for (ArchivedVersion version : ascending(entity)) {
      List<Child> children =
          version.children().stream()
              .map(
                  child -> {
                    Entity found = known(history, child.key());
                    OptionalInt pinned = child.pinned();
                    return new Child(
                        found,
                        pinned.isEmpty()
                            ? Optional.empty()
                            : Optional.of(EntityNames.version(found, pinned.getAsInt())));
                  })
              .toList();
      history
          .containers()
          .createNext(
              container,
              new org.openedx.devdata.service.content.containers.NextVersion(
                  Optional.of(version.number()),
                  Optional.of(version.title()),
                  Optional.of(children),
                  List.of(),
                  List.of()),
              versionMade(entity, version, restored));
    }
  }

  private static Entity known(PackageHistory history, String key) {
    return history
        .publishing()
        .entity(key)
        .orElseThrow(() -> new HistoryException("'" + key + "' is not in the archive"));
  }

  private void setDrafts(
      PublishingApi publishing,
      java.util.function.Function<ArchivedEntity, OptionalInt> pointer,
      Moment restored) {
    for (ArchivedEntity archived : archive.entities()) {
      Entity entity = publishing.entity(archived.key()).orElse(null);
      if (entity != null && entity.isOn(Branch.DRAFT)) {
        OptionalInt number = pointer.apply(archived);
        Version version = number.isEmpty() ? null : EntityNames.version(entity, number.getAsInt());
        publishing.setDraft(entity, version, restored);
      }
    }
  }

  private static void collection(
      PackageHistory history, ArchivedCollection archived, Moment restored) {
    Moment at =
        new Moment(
            restored.at(),
            restored.fixed(),
            restored.by(),
            new Origin(ContentKinds.COLLECTIONS, archived.position()));
    history
        .collections()
        .create(
            new Collection(
                archived.key(),
                archived.title(),
                archived.description(),
                true,
                at,
                at,
                archived.entities().stream().map(key -> known(history, key)).toList()));
  }
}
