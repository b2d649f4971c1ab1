package org.openedx.devdata.service.content.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.openedx.devdata.service.content.collections.Collection;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.service.content.media.MediaApi;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Builds the histories of all packages of a spec. Used once for a check, which reads no files, and
 * once for a run. Not thread-safe.
 */
public final class SpecHistories {

  /** Pattern of the keys of blocks and containers. */
  private static final Pattern CODE =
      Pattern.compile("[\\w.:~-]+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern BLOCK_TYPE = Pattern.compile("[\\w-]+");
  private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9_.-]+");

  private final ServiceSpec spec;
  private final SpecTimes times;
  private final boolean reading;
  private final Problems problems;
  private final MediaApi media = new MediaApi();
  private final Map<String, Timeline> timelines = new LinkedHashMap<>();
  private final Map<SpecRecord, String> ofRecord = new HashMap<>();
  private final Map<String, String> packages = new HashMap<>();

  /** Those whose archive cannot be read: what builds on it has no meaning. */
  private final Set<Timeline> broken = new HashSet<>();

  private SpecHistories(ServiceSpec spec, Instant now, boolean reading, Problems problems) {
    this.spec = spec;
    this.times = new SpecTimes(now);
    this.reading = reading;
    this.problems = problems;
  }

  /**
   * Histories by the record of their package.
   *
   * @param now the run clock
   * @param reading whether attachments are read and digested
   */
  public static Map<SpecRecord, PackageHistory> of(
      ServiceSpec spec, Instant now, boolean reading, Problems problems) {
    return new SpecHistories(spec, now, reading, problems).build();
  }

  private Map<SpecRecord, PackageHistory> build() {
    Map<SpecRecord, PackageHistory> histories = new LinkedHashMap<>();
    for (SpecRecord record : spec.of(ContentKinds.PACKAGES)) {
      begin(record).ifPresent(history -> histories.put(record, history));
    }
    declareKeys();
    inPackage(ContentKinds.COMPONENTS, this::component);
    for (ContainerType type : ContainerType.values()) {
      inPackage(
          ContentKinds.kindOf(type),
          (record, timeline) -> {
            String key = record.text("key").orElse("");
            if (hasForm(record, "key", key, CODE)) {
              containers(timeline).add(type, record, key);
            } else {
              timeline.markFaulty(key);
            }
          });
    }
    inPackage(ContentKinds.EDITS, (record, timeline) -> changes(timeline).edit(record));
    inPackage(ContentKinds.DELETIONS, (record, timeline) -> changes(timeline).deletion(record));
    inPackage(ContentKinds.PUBLISHES, (record, timeline) -> changes(timeline).publish(record));
    inPackage(ContentKinds.RESETS, (record, timeline) -> changes(timeline).reset(record));
    timelines.values().forEach(Timeline::apply);
    inPackage(ContentKinds.COLLECTIONS, this::collection);
    return histories;
  }

  private Optional<PackageHistory> begin(SpecRecord record) {
    Moment created =
        times.of(
            ContentKinds.PACKAGES,
            record,
            "created",
            "restored_by",
            times.now(ContentKinds.PACKAGES, record));
    Optional<RestoredArchive> archive =
        record.text("archive").flatMap(path -> RestoredArchive.read(path, record, problems));
    Optional<String> key =
        record.text("key").or(() -> archive.map(one -> one.archive().learningPackage().key()));
    if (key.isEmpty() && record.has("archive")) {
      return Optional.empty();
    }
    if (key.isEmpty() || key.get().isBlank()) {
      problems.add(
          record.positionOf("key"), "a learning package needs a key, such as lib:Org:slug");
      return Optional.empty();
    }
    if (key.get().codePoints().anyMatch(Character::isISOControl)) {
      problems.add(
          record.positionOf("key"),
          "key %s of a learning package holds a control character; remove it"
              .formatted(Shown.quoted(key.get())));
      return Optional.empty();
    }
    Moment updated = times.of(ContentKinds.PACKAGES, record, "updated", "restored_by", created);
    PackageHistory history =
        archive
            .map(one -> one.begin(key.get(), created, reading))
            .orElseGet(
                () ->
                    PackageHistory.begin(
                        key.get(),
                        record.text("title").orElse(key.get().replaceAll(".*:", "")),
                        record.text("description").orElse(""),
                        created,
                        updated,
                        reading));
    Timeline timeline = new Timeline(history, problems);
    archive.ifPresent(
        one -> {
          if (one.whole()) {
            timeline.add(one.step(history, media, created));
          } else {
            broken.add(timeline);
          }
        });
    if (timelines.putIfAbsent(key.get(), timeline) != null) {
      problems.add(
          record.positionOf("key"), "package '" + key.get() + "' stands in the file twice");
    }
    archive.ifPresent(
        one -> one.archive().entities().forEach(entity -> packages.put(entity.key(), key.get())));
    return Optional.of(history);
  }

  /** Finds out which package each record and each key belongs to. */
  private void declareKeys() {
    spec.records()
        .forEach(
            (kind, records) -> {
              if (!kind.equals(ContentKinds.PACKAGES)) {
                records.forEach(
                    record -> packageOf(record).ifPresent(key -> ofRecord.put(record, key)));
              }
            });
    for (SpecRecord record : spec.of(ContentKinds.COMPONENTS)) {
      packages.putIfAbsent(key(record).text(), ofRecord.get(record));
    }
    for (ContainerType type : ContainerType.values()) {
      for (SpecRecord record : spec.of(ContentKinds.kindOf(type))) {
        packages.putIfAbsent(record.text("key").orElse(""), ofRecord.get(record));
      }
    }
  }

  private Optional<String> packageOf(SpecRecord record) {
    Optional<String> named = record.text("package");
    if (named.isEmpty() && timelines.size() == 1) {
      return Optional.of(timelines.keySet().iterator().next());
    }
    if (named.isEmpty()) {
      if (!timelines.isEmpty() || spec.of(ContentKinds.PACKAGES).isEmpty()) {
        problems.add(
            record.position(),
            "the file has "
                + timelines.size()
                + " learning packages; say which one with package: KEY");
      }
      return Optional.empty();
    }
    if (!timelines.containsKey(named.get())) {
      problems.add(
          record.positionOf("package"),
          "package "
              + Shown.quoted(named.get())
              + " is not among the file's learning_packages"
              + DidYouMean.hint(named.get(), timelines.keySet(), "; declare it there"));
      return Optional.empty();
    }
    return named;
  }

  private void inPackage(String kind, BiConsumer<SpecRecord, Timeline> step) {
    for (SpecRecord record : spec.of(kind)) {
      Timeline timeline = timelines.get(ofRecord.getOrDefault(record, ""));
      if (timeline != null && !broken.contains(timeline)) {
        step.accept(record, timeline);
      }
    }
  }

  private static ComponentKey key(SpecRecord record) {
    return new ComponentKey(
        record.text("namespace").orElse(ComponentKey.XBLOCK),
        record.text("type").orElse(""),
        record.text("key").orElse(""));
  }

  private void component(SpecRecord record, Timeline timeline) {
    ComponentKey key = key(record);
    // Each is asked, since each reports its own problem.
    boolean local = hasForm(record, "key", key.localKey(), CODE);
    boolean type = hasForm(record, "type", key.type(), BLOCK_TYPE);
    boolean namespace = hasForm(record, "namespace", key.namespace(), CODE);
    if (local && type && namespace) {
      components(timeline).add(record, key);
    } else {
      timeline.markFaulty(key.text());
    }
  }

  private boolean hasForm(SpecRecord record, String field, String text, Pattern form) {
    if (form.matcher(text).matches()) {
      return true;
    }
    problems.add(
        record.positionOf(field),
        field
            + " "
            + Shown.quoted(text)
            + " may only have letters, digits and . _ -"
            + (form == CODE ? " : ~" : ""));
    return false;
  }

  private void collection(SpecRecord record, Timeline timeline) {
    String key = record.text("key").orElse("");
    if (!hasForm(record, "key", key, COLLECTION)) {
      return;
    }
    Moment created =
        times.of(
            ContentKinds.COLLECTIONS,
            record,
            "created",
            "created_by",
            timeline.history().created());
    try {
      List<org.openedx.devdata.service.content.publishing.Entity> members =
          record.texts("entities").stream()
              .map(name -> names(timeline).entity(name))
              .distinct()
              .toList();
      timeline
          .history()
          .collections()
          .create(
              new Collection(
                  key,
                  record.text("title").orElse(key),
                  record.text("description").orElse(""),
                  record.bool("enabled").orElse(true),
                  created,
                  times.of(ContentKinds.COLLECTIONS, record, "modified", "created_by", created),
                  members));
    } catch (HistoryException e) {
      problems.add(record.positionOf("entities"), e.getMessage());
    } catch (Consequence e) {
      // The problem of a member is reported.
    }
  }

  private EntityNames names(Timeline timeline) {
    return new EntityNames(
        timeline.history().publishing(), timeline.history().key(), packages, timeline.faulty());
  }

  private ComponentSteps components(Timeline timeline) {
    return new ComponentSteps(
        timeline, times, new SpecMedia(media, timeline.history().media(), problems));
  }

  private ContainerSteps containers(Timeline timeline) {
    return new ContainerSteps(timeline, times, names(timeline));
  }

  private ChangeSteps changes(Timeline timeline) {
    return new ChangeSteps(
        timeline, times, names(timeline), components(timeline), containers(timeline));
  }
}
