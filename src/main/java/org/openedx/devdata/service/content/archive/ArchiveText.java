package org.openedx.devdata.service.content.archive;

import java.util.OptionalInt;
import org.openedx.devdata.service.content.archive.toml.TomlText;

/** The TOML files of an archive. Stateless. */
final class ArchiveText {

  private ArchiveText() {}

  static String of(ArchiveMeta meta, ArchivedPackage learningPackage) {
    TomlText text = new TomlText().table("[meta]").put("format_version", 1);
    if (!meta.createdBy().isEmpty()) {
      text.put("created_by", meta.createdBy());
      // Upstream's first loader refuses a blank address.
      if (!meta.createdByEmail().isBlank()) {
        text.put("created_by_email", meta.createdByEmail());
      }
    }
    text.put("created_at", meta.createdAt());
    if (!meta.originServer().isEmpty()) {
      text.put("origin_server", meta.originServer());
    }
    return text.table("[learning_package]")
        .put("title", learningPackage.title())
        .put("key", learningPackage.key())
        .put("description", learningPackage.description())
        .put("created", learningPackage.created())
        .put("updated", learningPackage.updated())
        .toString();
  }

  static String of(ArchivedEntity entity) {
    TomlText text =
        new TomlText()
            .table("[entity]")
            .put("can_stand_alone", entity.canStandAlone())
            .put("key", entity.key())
            .put("created", entity.created());
    if (entity.draft().isPresent()) {
      text.table("[entity.draft]").put("version_num", entity.draft().getAsInt());
    }
    text.table("[entity.published]");
    if (entity.published().isPresent()) {
      text.put("version_num", entity.published().getAsInt());
    } else {
      text.line("# unpublished: no published_version_num");
    }
    entity
        .container()
        .ifPresent(container -> text.table("[entity.container." + container.code() + "]"));
    text.blank().line("# ### Versions");
    entity.versions().forEach(version -> version(entity, version, text));
    return text.toString();
  }

  private static void version(ArchivedEntity entity, ArchivedVersion version, TomlText text) {
    text.table("[[version]]").put("title", version.title()).put("version_num", version.number());
    if (entity.container().isEmpty()) {
      return;
    }
    // Beside and not in the table below, where upstream's loader allows one key only.
    if (version.children().stream().anyMatch(child -> child.pinned().isPresent())) {
      text.putNumbers(
          EntityReader.PINNED,
          version.children().stream().map(child -> orZero(child.pinned())).toList());
    }
    text.table("[version.container]")
        .putTexts("children", version.children().stream().map(ArchivedChild::key).toList());
  }

  private static int orZero(OptionalInt pinned) {
    return pinned.orElse(0);
  }

  static String of(ArchivedCollection collection) {
    return new TomlText()
        .table("[collection]")
        .put("title", collection.title())
        .put("key", collection.key())
        .put("description", collection.description())
        .put("created", collection.created())
        .putLines("entities", collection.entities())
        .toString();
  }
}
