package org.openedx.devdata.service.content.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.service.content.archive.toml.TomlSection;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;

/** Reads the TOML file of one component or container. Used once. */
final class EntityReader {

  /** Our addition: which children are held at a version, 0 for those that are not. */
  static final String PINNED = "pinned_versions";

  private final Position place;
  private final Attachments attachments;
  private final Problems problems;

  EntityReader(Position place, Attachments attachments, Problems problems) {
    this.place = place;
    this.attachments = attachments;
    this.problems = problems;
  }

  /**
   * @param top whether the file stands straight below {@code entities}
   * @param name its name in the archive
   */
  Optional<ArchivedEntity> read(byte[] bytes, boolean top, String name) {
    Optional<TomlSection> file = TomlSection.parse(bytes, place, problems);
    Optional<TomlSection> found = file.flatMap(whole -> whole.required("entity"));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TomlSection entity = found.get();
    String key = ArchiveReader.key(entity, problems);
    Optional<ContainerType> container = container(entity);
    if (top && container.isEmpty() && !entity.has("container")) {
      problems.add(
          entity.position(),
          "stands where containers stand, but has no [entity.container.unit], subsection or section");
    }
    if (!entity.has("container") && !key.isBlank() && ComponentKey.parse(key).isEmpty()) {
      problems.add(
          entity.at("key"),
          "key '" + key + "' is not that of a component; write namespace:type:local_key");
    }
    String folder = name.substring(0, name.length() - ".toml".length());
    List<ArchivedVersion> versions = new ArrayList<>();
    file.get().sections("version").forEach(one -> version(one, container, folder, versions));
    return Optional.of(
        new ArchivedEntity(
            key,
            container,
            entity.requiredBool("can_stand_alone"),
            entity.time("created").orElse(Instant.EPOCH),
            pointer(entity, "draft", versions),
            pointer(entity, "published", versions),
            versions,
            entity.position()));
  }

  private Optional<ContainerType> container(TomlSection entity) {
    Optional<TomlSection> container = entity.section("container");
    if (container.isEmpty()) {
      return Optional.empty();
    }
    List<String> types = container.get().keys();
    if (types.size() != 1 || ContainerType.of(types.get(0)).isEmpty()) {
      problems.add(
          entity.at("container"),
          "entity.container must be one of unit, subsection, section, not "
              + (types.isEmpty() ? "empty" : String.join(" and ", types)));
      return Optional.empty();
    }
    return ContainerType.of(types.get(0));
  }

  private OptionalInt pointer(TomlSection entity, String branch, List<ArchivedVersion> versions) {
    Optional<TomlSection> section = entity.section(branch);
    if (section.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt number = section.get().versionNumber("version_num");
    boolean known =
        number.isEmpty() || versions.stream().anyMatch(one -> one.number() == number.getAsInt());
    if (!known) {
      problems.add(
          section.get().at("version_num"),
          "entity."
              + branch
              + " is version "
              + number.getAsInt()
              + ", which the file does not have");
    }
    return number;
  }

  private void version(
      TomlSection section,
      Optional<ContainerType> container,
      String folder,
      List<ArchivedVersion> versions) {
    String title = section.requiredText("title", ArchiveReader.LONGEST_TITLE);
    OptionalInt number = section.versionNumber("version_num");
    if (number.isEmpty()) {
      if (!section.has("version_num")) {
        problems.add(section.position(), "version.version_num is missing");
      }
      return;
    }
    if (versions.stream().anyMatch(one -> one.number() == number.getAsInt())) {
      problems.add(
          section.at("version_num"), "version " + number.getAsInt() + " stands in the file twice");
      return;
    }
    versions.add(
        new ArchivedVersion(
            number.getAsInt(),
            title,
            Optional.empty(),
            container.isPresent() ? children(section) : List.of(),
            container.isPresent() ? List.of() : attachments.take(folder, number.getAsInt()),
            section.position()));
  }

  private List<ArchivedChild> children(TomlSection version) {
    Optional<TomlSection> section = version.section("container");
    if (section.isEmpty()) {
      return List.of();
    }
    List<String> keys = section.get().texts("children");
    List<Integer> pins = version.numbers(PINNED);
    if (!pins.isEmpty() && pins.size() != keys.size()) {
      problems.add(version.at(PINNED), PINNED + " must be as many as children; 0 for no pin");
      return List.of();
    }
    List<ArchivedChild> children = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int pin = pins.isEmpty() ? 0 : pins.get(i);
      children.add(
          new ArchivedChild(keys.get(i), pin == 0 ? OptionalInt.empty() : OptionalInt.of(pin)));
    }
    return children;
  }
}
