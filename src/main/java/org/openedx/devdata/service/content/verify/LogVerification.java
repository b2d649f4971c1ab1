package org.openedx.devdata.service.content.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.service.content.tables.ContentSql;

/**
 * Follows the logs of both branches from the first on, and compares the digests and side effects of
 * records with what the logs before and their own make of them. Digests of records that a branch
 * points at are {@link DigestVerification}'s. Reads only; used once.
 */
final class LogVerification {

  /** Moment from which on the database keeps digests; older records have none. */
  private static final String HASHING =
      "(SELECT MAX(applied) FROM django_migrations WHERE app = 'oel_publishing' AND name ="
          + " '0010_backfill_dependencies')";

  private final ContentSql sql;
  private final List<Finding> findings;

  LogVerification(ContentSql sql, List<Finding> findings) {
    this.sql = sql;
    this.findings = findings;
  }

  /** A log record, with what is needed of its log. */
  private record LogLine(
      String id,
      String log,
      String entity,
      String before,
      String after,
      String digest,
      boolean early,
      String learningPackage,
      String key) {

    boolean changes() {
      return after == null ? before != null : !after.equals(before);
    }
  }

  void run() {
    Map<String, Set<String>> shown = new HashMap<>();
    for (String[] row :
        sql.rows(
            "SELECT referring_version_id, referenced_entity_id FROM"
                + " {publishableentityversiondependency}",
            2)) {
      shown.computeIfAbsent(row[0], any -> new HashSet<>()).add(row[1]);
    }
    if (!shown.isEmpty()) {
      new OneBranch("draft", "draftchange", "draft_change_log_id", "changed_at", shown).run();
      new OneBranch("published", "publish", "publish_log_id", "published_at", shown).run();
    }
  }

  /** The walk along one branch. */
  private final class OneBranch {

    private final String branch;
    private final String log;
    private final String column;
    private final String time;
    private final Map<String, Set<String>> shown;
    private final Map<String, LogLine> current = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> effects = new HashMap<>();
    private final Set<String> pointedAt = new HashSet<>();

    OneBranch(
        String branch, String log, String column, String time, Map<String, Set<String>> shown) {
      this.branch = branch;
      this.log = log;
      this.column = column;
      this.time = time;
      this.shown = shown;
    }

    void run() {
      String effect = branch.equals("draft") ? "draftsideeffect" : "publishsideeffect";
      for (String[] row : sql.rows("SELECT cause_id, effect_id FROM {" + effect + "}", 2)) {
        effects.computeIfAbsent(row[0], any -> new HashSet<>()).add(row[1]);
      }
      String pointer = branch.equals("draft") ? "draft_log_record_id" : "publish_log_record_id";
      sql.rows("SELECT " + pointer + " FROM {" + branch + "}", 1)
          .forEach(row -> pointedAt.add(row[0]));
      List<LogLine> together = new ArrayList<>();
      for (LogLine line : lines()) {
        if (!together.isEmpty() && !together.get(0).log().equals(line.log())) {
          check(together);
          together.clear();
        }
        together.add(line);
      }
      check(together);
    }

    private List<LogLine> lines() {
      return sql
          .rows(
              "SELECT r.id, g.id, r.entity_id, r.old_version_id, r.new_version_id,"
                  + " r.dependencies_hash_digest, g."
                  + time
                  + " < "
                  + (sql.hasTable("django_migrations") ? HASHING : "NULL")
                  + ", {l:learningpackage.package_ref},"
                  + " {e:publishableentity.entity_ref} FROM {"
                  + log
                  + "logrecord} r JOIN {"
                  + log
                  + "log} g ON g.id = r."
                  + column
                  + " JOIN {publishableentity} e ON e.id = r.entity_id JOIN {learningpackage} l ON"
                  + " l.id = e.learning_package_id ORDER BY g.id, r.id",
              9)
          .stream()
          .map(
              row ->
                  new LogLine(
                      row[0],
                      row[1],
                      row[2],
                      row[3],
                      row[4],
                      row[5],
                      "1".equals(row[6]),
                      row[7],
                      row[8]))
          .toList();
    }

    private void check(List<LogLine> together) {
      Map<String, LogLine> records = new HashMap<>();
      boolean caused = false;
      for (LogLine line : together) {
        records.put(line.entity(), line);
        caused |= effects.containsKey(line.id());
        move(line);
      }
      for (LogLine line : together) {
        // Releases before 0.30 gave published versions no side effects and no record a digest.
        boolean old = line.early() && !caused;
        if (!old) {
          effectsOf(line, records);
        }
        if (!pointedAt.contains(line.id()) && !(line.early() && line.digest().isEmpty())) {
          digestOf(line);
        }
      }
    }

    private void move(LogLine line) {
      LogLine before = current.put(line.entity(), line);
      if (before != null) {
        shownBy(before).forEach(child -> parents.get(child).remove(line.entity()));
      }
      shownBy(line)
          .forEach(
              child -> parents.computeIfAbsent(child, any -> new HashSet<>()).add(line.entity()));
    }

    private Set<String> shownBy(LogLine line) {
      return line.after() == null ? Set.of() : shown.getOrDefault(line.after(), Set.of());
    }

    /** All that shows what was changed has a record in the same log, as an effect of this one. */
    private void effectsOf(LogLine line, Map<String, LogLine> records) {
      if (!line.changes()) {
        return;
      }
      for (String parent : parents.getOrDefault(line.entity(), Set.of())) {
        LogLine effect = records.get(parent);
        if (effect == null || !effects.getOrDefault(line.id(), Set.of()).contains(effect.id())) {
          add(
              line,
              "has no side effect on '" + current.get(parent).key() + "', which shows it then");
        }
      }
    }

    private void digestOf(LogLine line) {
      List<DependencyLine> live =
          shownBy(line).stream()
              .map(current::get)
              .filter(child -> child != null && child.after() != null)
              .map(child -> new DependencyLine(child.after(), child.digest()))
              .toList();
      String expected = DependencyLine.digest(live);
      if (!expected.equals(line.digest())) {
        add(line, "has the dependency digest '" + line.digest() + "', not '" + expected + "'");
      }
    }

    private void add(LogLine line, String what) {
      findings.add(
          new Finding(
              line.learningPackage(),
              branch + " log record " + line.id() + " of '" + line.key() + "' " + what));
    }
  }
}
