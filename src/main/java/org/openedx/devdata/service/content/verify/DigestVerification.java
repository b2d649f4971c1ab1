package org.openedx.devdata.service.content.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.service.content.tables.ContentSql;

/**
 * Computes the dependency digests of drafts and published versions again, from what they show now
 * and the digests of that. So a wrong one is reported once, and not for all that is above it.
 */
final class DigestVerification {

  private final ContentSql sql;
  private final List<Finding> findings;

  DigestVerification(ContentSql sql, List<Finding> findings) {
    this.sql = sql;
    this.findings = findings;
  }

  private record Current(
      String learningPackage, String key, String version, String digest, String newVersion) {}

  void run() {
    Map<String, List<String>> dependencies = new HashMap<>();
    for (String[] row :
        sql.rows(
            "SELECT referring_version_id, referenced_entity_id FROM"
                + " {publishableentityversiondependency}",
            2)) {
      dependencies.computeIfAbsent(row[0], any -> new ArrayList<>()).add(row[1]);
    }
    check("draft", "draftchangelogrecord", "draft_log_record_id", dependencies);
    check("published", "publishlogrecord", "publish_log_record_id", dependencies);
  }

  private void check(
      String branch, String record, String column, Map<String, List<String>> dependencies) {
    Map<String, Current> current = new HashMap<>();
    for (String[] row :
        sql.rows(
            "SELECT b.entity_id, {l:learningpackage.package_ref},"
                + " {e:publishableentity.entity_ref}, b.version_id, r.dependencies_hash_digest,"
                + " r.new_version_id FROM {"
                + branch
                + "} b JOIN {publishableentity} e ON e.id = b.entity_id JOIN {learningpackage} l ON"
                + " l.id = e.learning_package_id LEFT JOIN {"
                + record
                + "} r ON r.id = b."
                + column,
            6)) {
      current.put(row[0], new Current(row[1], row[2], row[3], row[4], row[5]));
    }
    for (Current one : current.values()) {
      if (one.digest() != null) {
        String expected = one.version() == null ? "" : digest(one, dependencies, current);
        if (!expected.equals(one.digest())) {
          findings.add(
              new Finding(
                  one.learningPackage(),
                  "the "
                      + branch
                      + " of '"
                      + one.key()
                      + "' has the dependency digest '"
                      + one.digest()
                      + "', not '"
                      + expected
                      + "'"));
        }
      }
    }
  }

  private static String digest(
      Current one, Map<String, List<String>> dependencies, Map<String, Current> current) {
    return DependencyLine.digest(
        dependencies.getOrDefault(one.version(), List.of()).stream()
            .map(current::get)
            .filter(dependency -> dependency != null && dependency.version() != null)
            .filter(dependency -> dependency.newVersion() != null)
            .map(dependency -> new DependencyLine(dependency.newVersion(), dependency.digest()))
            .toList());
  }
}
