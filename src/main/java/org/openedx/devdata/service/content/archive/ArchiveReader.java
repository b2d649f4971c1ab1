package org.openedx.devdata.service.content.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.service.content.archive.toml.TomlSection;
import org.openedx.devdata.service.content.archive.zip.Litter;
import org.openedx.devdata.service.content.archive.zip.ZipEntries;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;

/** Reads the files of an archive; used once, not thread-safe. */
final class ArchiveReader {

  static final int LONGEST_TITLE = 500;

  /** Upstream's maximum for packages and collections. */
  private static final int LONGEST_DESCRIPTION = 10_000;

  /** Number of names that a message lists. */
  private static final int SHOWN = 5;

  private static final String PACKAGE = "package.toml";
  private static final Pattern CONTAINER = Pattern.compile("entities/[^/]*\\.toml");
  private static final Pattern COLLECTION = Pattern.compile("collections/[^/]*\\.toml");
  private static final Pattern ATTACHMENT =
      Pattern.compile("(?<entity>entities/.*)/component_versions/v(?<version>\\d+)/(?<path>.+)");

  private final ZipEntries entries;
  private final Problems problems;
  private final List<String> ignored = new ArrayList<>();

  ArchiveReader(ZipEntries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  Archive read() {
    Attachments attachments = new Attachments(entries, problems);
    List<ArchivedEntity> entities = new ArrayList<>();
    List<ArchivedCollection> collections = new ArrayList<>();
    Litter litter = new Litter(entries.files());
    for (String name : entries.files().keySet()) {
      Matcher attachment = ATTACHMENT.matcher(litter.isLitter(name) ? "" : name);
      if (attachment.matches()) {
        attachments.add(
            attachment.group("entity"),
            attachment.group("version"),
            attachment.group("path"),
            name);
      }
    }
    entries
        .files()
        .forEach(
            (name, bytes) -> {
              boolean entity = name.startsWith("entities/") && name.endsWith(".toml");
              if (litter.isLitter(name)) {
                return;
              }
              if (ATTACHMENT.matcher(name).matches() || name.equals(PACKAGE)) {
                return;
              }
              if (entity) {
                boolean top = CONTAINER.matcher(name).matches();
                new EntityReader(entries.at(name), attachments, problems)
                    .read(bytes, top, name)
                    .ifPresent(entities::add);
              } else if (COLLECTION.matcher(name).matches()) {
                collection(bytes, entries.at(name)).ifPresent(collections::add);
              } else {
                ignored.add(name);
              }
            });
    attachments.reportOrphans();
    if (!ignored.isEmpty()) {
      problems.warn(Position.ofFile(entries.shown()), ignoredFiles());
    }
    entities.sort(Comparator.comparing(ArchivedEntity::key, KeyOrder.BYTES));
    collections.sort(Comparator.comparing(ArchivedCollection::key, KeyOrder.BYTES));
    ArchiveConsistency.check(entities, collections, problems);
    Optional<TomlSection> file = packageFile();
    return new Archive(meta(file), learningPackage(file), entities, collections, ignored);
  }

  private String ignoredFiles() {
    String some =
        ignored.stream().limit(SHOWN).map(Shown::quoted).collect(Collectors.joining(", "));
    return "%d of its files are none of an archive's and are left out: %s%s"
        .formatted(ignored.size(), some, ignored.size() > SHOWN ? " and others" : "");
  }

  private Optional<TomlSection> packageFile() {
    byte[] bytes = entries.files().get(PACKAGE);
    if (bytes == null) {
      if (problems.isEmpty()) {
        problems.add(
            Position.ofFile(entries.shown()),
            "has no package.toml; it must stand at the top or in the only folder");
      }
      return Optional.empty();
    }
    return TomlSection.parse(bytes, entries.at(PACKAGE), problems);
  }

  private ArchiveMeta meta(Optional<TomlSection> file) {
    Optional<TomlSection> found = file.flatMap(whole -> whole.required("meta"));
    if (found.isEmpty()) {
      return new ArchiveMeta("", "", Instant.EPOCH, "");
    }
    TomlSection meta = found.get();
    double version = meta.number("format_version");
    if (!(version >= 1 && version < 2)) {
      problems.add(
          meta.at("format_version"),
          "format_version is "
              + meta.written("format_version")
              + "; this version of devdata reads format 1");
    }
    return new ArchiveMeta(
        meta.text("created_by", LONGEST_TITLE).orElse(""),
        meta.text("created_by_email", LONGEST_TITLE).orElse(""),
        meta.requiredTime("created_at"),
        meta.text("origin_server", LONGEST_DESCRIPTION).orElse(""));
  }

  private ArchivedPackage learningPackage(Optional<TomlSection> file) {
    Optional<TomlSection> found = file.flatMap(whole -> whole.required("learning_package"));
    if (found.isEmpty()) {
      return new ArchivedPackage("", "", "", Instant.EPOCH, Instant.EPOCH);
    }
    TomlSection section = found.get();
    Instant created = section.requiredTime("created");
    return new ArchivedPackage(
        key(section, problems),
        section.requiredText("title", LONGEST_TITLE),
        section.requiredText("description", LONGEST_DESCRIPTION),
        created,
        section.time("updated").orElse(created));
  }

  private Optional<ArchivedCollection> collection(byte[] bytes, Position place) {
    return TomlSection.parse(bytes, place, problems)
        .flatMap(whole -> whole.required("collection"))
        .map(
            section -> {
              if (!section.has("entities")) {
                problems.add(section.position(), "collection.entities is missing");
              }
              return new ArchivedCollection(
                  key(section, problems),
                  section.requiredText("title", LONGEST_TITLE),
                  section.text("description", LONGEST_DESCRIPTION).orElse(""),
                  section.time("created").orElse(Instant.EPOCH),
                  Optional.empty(),
                  section.texts("entities").stream().distinct().toList(),
                  section.position());
            });
  }

  /** A key: not blank, not too long for its column. */
  static String key(TomlSection section, Problems problems) {
    int before = problems.size();
    String key = section.requiredText("key", TomlSection.LONGEST_KEY);
    if (key.isBlank() && problems.size() == before) {
      problems.add(section.at("key"), "key is blank");
    }
    return key;
  }

  /** Positions of keys already met, to find those that stand twice. */
  static final class Met {

    private final Map<String, Position> places = new HashMap<>();

    /** Position at which the key was met before; empty the first time. */
    Optional<Position> before(String key, Position place) {
      return Optional.ofNullable(places.putIfAbsent(key, place));
    }
  }
}
