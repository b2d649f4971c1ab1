package org.openedx.devdata.service.content.rows;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.publishing.Branch;
import org.openedx.devdata.service.content.publishing.ChangeLog;
import org.openedx.devdata.service.content.tables.ContentTables;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Packages that archives are restored to: new ones, or those that were restored from an archive
 * before. A package with a history of its own would get a second one on top.
 */
final class ArchiveTargets {

  private final ContentTables tables;
  private final Lookups lookups;

  ArchiveTargets(ContentTables tables, Lookups lookups) {
    this.tables = tables;
    this.lookups = lookups;
  }

  /** Adds a problem when the package is there and did not begin with a restore. */
  void check(SpecRecord record, PackageHistory history, Problems problems) {
    // The restore itself: logs of its publish are named as those of any publish.
    Optional<ChangeLog> restore =
        history.publishing().logs().stream()
            .filter(log -> log.branch() == Branch.DRAFT)
            .findFirst();
    if (!record.has("archive") || restore.isEmpty()) {
      return;
    }
    List<Object[]> found =
        lookups.find(tables.packages, List.of("id"), "package_ref", List.of(history.key()));
    String uuid = PublishingRows.uuidOf(history, restore.get());
    if (found.isEmpty() || isThere(uuid, found.get(0)[0])) {
      return;
    }
    problems.add(
        record.positionOf("archive"),
        ("package '%s' is in the database with another history, which a restore does not rewrite;"
                + " restore it under another key (key: in a spec, --key of content restore), or"
                + " remove the package first")
            .formatted(history.key()));
  }

  private boolean isThere(String uuid, Object learningPackage) {
    return lookups
        .find(tables.draftLogs, List.of("uuid"), "learning_package_id", List.of(learningPackage))
        .stream()
        .anyMatch(row -> uuid.equals(plain(row[0])));
  }

  /** Some databases keep UUIDs with dashes. */
  static String plain(Object uuid) {
    return ColumnValues.text(uuid).replace("-", "");
  }
}
