package org.openedx.devdata.service.content.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.service.content.collections.Collection;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.publishing.Branch;
import org.openedx.devdata.service.content.publishing.ChangeLog;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Version;
import org.openedx.devdata.service.content.tables.ContentTables;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Rows of a package in the database that its history does not contain: made in Studio or through an
 * API since, or described by an earlier spec. A reset would take it along, or could not go on half
 * way. Reads only; not thread-safe.
 */
final class ContentLeftAlone {

  private final ContentTables tables;
  private final Lookups lookups;

  ContentLeftAlone(ContentTables tables, Lookups lookups) {
    this.tables = tables;
    this.lookups = lookups;
  }

  /** Adds a problem when a package has such content. */
  void check(SpecRecord record, PackageHistory history, Problems problems) {
    List<Object[]> found =
        lookups.find(tables.packages, List.of("id"), "package_ref", List.of(history.key()));
    if (found.isEmpty()) {
      return;
    }
    List<String> extra = extra(found.get(0)[0], history);
    if (!extra.isEmpty()) {
      problems.add(
          record.position(),
          "package '"
              + history.key()
              + "' has what this spec does not describe: "
              + String.join(", ", extra.subList(0, Math.min(3, extra.size())))
              + (extra.size() > 3 ? " and " + (extra.size() - 3) + " more" : "")
              + "; nothing was removed; describe it in the spec, or remove it first");
    }
  }

  private List<String> extra(Object learningPackage, PackageHistory history) {
    List<String> extra = new ArrayList<>();
    Map<Object, String> entities = new HashMap<>();
    for (Object[] row : of(tables.entities, List.of("id", "entity_ref"), learningPackage)) {
      String key = ColumnValues.text(row[1]);
      if (history.publishing().entity(key).isPresent()) {
        entities.put(row[0], key);
      } else {
        extra.add("'" + key + "'");
      }
    }
    Set<String> versions = new HashSet<>();
    for (Entity entity : history.publishing().entities()) {
      for (Version version : entity.versions()) {
        versions.add(PublishingRows.uuidOf(history, version));
      }
    }
    for (Object[] row :
        lookups.find(
            tables.versions,
            List.of("uuid", "entity_id", "version_num"),
            "entity_id",
            entities.keySet())) {
      if (!versions.contains(ArchiveTargets.plain(row[0]))) {
        extra.add("version " + row[2] + " of '" + entities.get(row[1]) + "'");
      }
    }
    logs(learningPackage, history, extra);
    Set<String> collections = new HashSet<>();
    for (Collection one : history.collections().all()) {
      collections.add(one.key());
    }
    for (Object[] row : of(tables.collections, List.of("collection_code"), learningPackage)) {
      if (!collections.contains(ColumnValues.text(row[0]))) {
        extra.add("collection '" + row[0] + "'");
      }
    }
    Set<String> media = new HashSet<>();
    for (Media one : history.media().all()) {
      media.add(one.digest());
    }
    for (Object[] row : of(tables.media, List.of("hash_digest"), learningPackage)) {
      if (!media.contains(ColumnValues.text(row[0]))) {
        extra.add("media " + row[0]);
      }
    }
    return extra;
  }

  private void logs(Object learningPackage, PackageHistory history, List<String> extra) {
    Set<String> logs = new HashSet<>();
    for (ChangeLog log : history.publishing().logs()) {
      logs.add(PublishingRows.uuidOf(history, log));
    }
    for (Branch branch : Branch.values()) {
      boolean draft = branch == Branch.DRAFT;
      Table table = draft ? tables.draftLogs : tables.publishLogs;
      String time = draft ? "changed_at" : "published_at";
      for (Object[] row : of(table, List.of("uuid", time), learningPackage)) {
        if (!logs.contains(ArchiveTargets.plain(row[0]))) {
          extra.add((draft ? "the change of " : "the publish of ") + ColumnValues.text(row[1]));
        }
      }
    }
  }

  private List<Object[]> of(Table table, List<String> columns, Object learningPackage) {
    return lookups.find(table, columns, "learning_package_id", List.of(learningPackage));
  }
}
