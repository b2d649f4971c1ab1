package org.openedx.devdata.service.content.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.LayoutDetector;
import org.openedx.devdata.service.content.media.Digests;
import org.openedx.devdata.service.content.rows.MediaFolder;
import org.openedx.devdata.service.content.tables.ContentSql;

/**
 * Looks for what must not be in a database of authored content: reads only. Used once; not
 * thread-safe.
 */
public final class ContentVerification {

  private static final String PACKAGE = "{l:learningpackage.package_ref}";

  private final ContentSql sql;
  private final Optional<Path> mediaRoot;
  private final List<Finding> findings = new ArrayList<>();

  public ContentVerification(MySqlDatabase database, LayoutMap map, Optional<Path> mediaRoot) {
    this.sql = new ContentSql(database, map, new LayoutDetector(map).detect(database.schema()));
    this.mediaRoot = mediaRoot;
  }

  /** Everything that is wrong. */
  public List<Finding> run() {
    componentTypes();
    keysThatDifferByCase();
    pointers("draft", "draftchangelogrecord", "draft_log_record_id");
    pointers("published", "publishlogrecord", "publish_log_record_id");
    new DigestVerification(sql, findings).run();
    new LogVerification(sql, findings).run();
    new ChildrenVerification(sql, findings).run();
    media();
    return List.copyOf(findings);
  }

  private void componentTypes() {
    for (String[] row :
        sql.rows(
            "SELECT namespace, name, COUNT(*), MIN(id) FROM {componenttype} GROUP BY namespace,"
                + " name HAVING COUNT(*) > 1",
            4)) {
      findings.add(
          new Finding(
              "",
              "component type "
                  + row[0]
                  + ":"
                  + row[1]
                  + " is there "
                  + row[2]
                  + " times; the migration to the current layout merges them onto id "
                  + row[3]));
    }
  }

  /** Components may: their keys compare by case everywhere. The others have columns that do not. */
  private void keysThatDifferByCase() {
    differByCase(
        "keys of containers",
        "{e:publishableentity.entity_ref}",
        "{container} k JOIN {publishableentity} e ON e.id = k.publishable_entity_id JOIN"
            + " {learningpackage} l ON l.id = e.learning_package_id",
        ", which the current layout takes for one");
    differByCase(
        "keys of collections",
        "{c:collection.collection_code}",
        "{collection} c JOIN {learningpackage} l ON l.id = c.learning_package_id",
        ", which older layouts take for one");
  }

  private void differByCase(String what, String column, String from, String why) {
    for (String[] row :
        sql.rows(
            "SELECT "
                + PACKAGE
                + ", GROUP_CONCAT("
                + column
                + " ORDER BY "
                + column
                + " SEPARATOR ', ') FROM "
                + from
                + " GROUP BY l.id, "
                + PACKAGE
                + ", CONVERT(LOWER("
                + column
                + ") USING utf8mb4) COLLATE utf8mb4_bin HAVING COUNT(*) > 1",
            2)) {
      findings.add(new Finding(row[0], what + " differ only by case: " + row[1] + why));
    }
  }

  /** A branch's row must be where its record leaves it, and that record the newest. */
  private void pointers(String branch, String record, String column) {
    for (String[] row :
        sql.rows(
            "SELECT "
                + PACKAGE
                + ", {e:publishableentity.entity_ref}, v.version_num, n.version_num, b."
                + column
                + ", b.version_id <=> r.new_version_id, r.entity_id = e.id, v.entity_id = e.id,"
                + " (SELECT MAX(x.id) FROM {"
                + record
                + "} x WHERE x.entity_id = e.id) FROM {"
                + branch
                + "} b JOIN {publishableentity} e ON e.id = b.entity_id JOIN {learningpackage} l ON"
                + " l.id = e.learning_package_id LEFT JOIN {"
                + record
                + "} r ON r.id = b."
                + column
                + " LEFT JOIN {publishableentityversion} v ON v.id = b.version_id LEFT JOIN"
                + " {publishableentityversion} n ON n.id = r.new_version_id",
            9)) {
      String at = "the " + branch + " of '" + row[1] + "' ";
      if ("0".equals(row[7])) {
        findings.add(new Finding(row[0], at + "is a version of another entity"));
      }
      if (row[4] == null) {
        if (row[2] != null || row[8] != null) {
          findings.add(new Finding(row[0], at + "points at no log record, but there are some"));
        }
      } else if ("0".equals(row[6])) {
        findings.add(new Finding(row[0], at + "points at a log record of another entity"));
      } else if ("0".equals(row[5])) {
        findings.add(
            new Finding(
                row[0],
                at
                    + "is "
                    + version(row[2])
                    + ", but its log record "
                    + row[4]
                    + " leaves it at "
                    + version(row[3])));
      } else if (!row[4].equals(row[8])) {
        findings.add(
            new Finding(
                row[0], at + "points at log record " + row[4] + ", but the newest is " + row[8]));
      }
    }
  }

  private static String version(String number) {
    return number == null ? "deleted" : "version " + number;
  }

  private void media() {
    for (String[] row :
        sql.rows(
            "SELECT "
                + PACKAGE
                + ", l.uuid, m.id, m.size, m.hash_digest, m.has_file, m.text FROM {media} m JOIN"
                + " {learningpackage} l ON l.id = m.learning_package_id ORDER BY m.id",
            7)) {
      String at = "medium " + row[2] + " ";
      if (row[5].equals("0") && row[6] == null) {
        findings.add(new Finding(row[0], at + "has neither text nor a file"));
      }
      if (row[6] != null) {
        compare(row, at, "text", row[6].getBytes(StandardCharsets.UTF_8));
      }
      if (!row[5].equals("0") && mediaRoot.isPresent()) {
        file(row, at, new MediaFolder(mediaRoot.get(), row[1]).of(row[4]));
      }
    }
  }

  private void file(String[] row, String at, Path file) {
    try {
      if (Files.isRegularFile(file)) {
        compare(row, at, "file", Files.readAllBytes(file));
      } else {
        findings.add(new Finding(row[0], at + "has no file " + file));
      }
    } catch (IOException e) {
      findings.add(new Finding(row[0], at + "has a file that cannot be read: " + e.getMessage()));
    }
  }

  private void compare(String[] row, String at, String what, byte[] bytes) {
    String digest = Digests.ofMedia(bytes);
    if (!digest.equals(row[4])) {
      findings.add(
          new Finding(
              row[0], at + "has a " + what + " with the digest " + digest + ", not " + row[4]));
    } else if (bytes.length != Long.parseLong(row[3])) {
      findings.add(
          new Finding(
              row[0], at + "has a " + what + " of " + bytes.length + " bytes, not " + row[3]));
    }
  }
}
