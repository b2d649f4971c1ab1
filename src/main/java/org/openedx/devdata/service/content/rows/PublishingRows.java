package org.openedx.devdata.service.content.rows;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.finder.BelongingFinder;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.history.NameUuid;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.media.Digests;
import org.openedx.devdata.service.content.publishing.Branch;
import org.openedx.devdata.service.content.publishing.ChangeLog;
import org.openedx.devdata.service.content.publishing.DependencyDigests;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.LogRecord;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.service.content.publishing.SideEffect;
import org.openedx.devdata.service.content.publishing.Version;

/**
 * Entities, versions, drafts, what is published, and the logs as rows. Knows the row of each, for
 * the applets above. Not thread-safe.
 */
final class PublishingRows {

  private static final BelongingFinder IN_PACKAGE = new BelongingFinder("learning_package_id");

  private final ContentRows rows;
  private final PackageHistory history;
  private final Row learningPackage;
  private final Map<Entity, Row> entities = new HashMap<>();
  private final IdentityHashMap<Version, Row> versions = new IdentityHashMap<>();
  private final IdentityHashMap<LogRecord, Row> records = new IdentityHashMap<>();
  private final DependencyDigests digests =
      new DependencyDigests(
          version -> ((Number) versions.get(version).key()).longValue(), Digests::ofDependencies);

  PublishingRows(ContentRows rows, PackageHistory history) {
    this.rows = rows;
    this.history = history;
    this.learningPackage = learningPackage(rows, history);
  }

  Row learningPackage() {
    return learningPackage;
  }

  private static Row learningPackage(ContentRows rows, PackageHistory history) {
    Origin origin = history.created().origin();
    Row row =
        rows.declare(rows.tables.packages, origin)
            .set("package_ref", history.key())
            .set("title", history.title())
            .set("description", history.description())
            .fill("uuid", uuidOf(history));
    ContentRows.time(row, "created", history.created());
    return ContentRows.time(row, "updated", history.updated());
  }

  /** Returns the UUID of a new package, which also names the folder of its files. */
  static String uuidOf(PackageHistory history) {
    return NameUuid.of("package", history.key());
  }

  static String uuidOf(PackageHistory history, Version version) {
    return NameUuid.of(
        "version", history.key(), version.entity().key(), Integer.toString(version.number()));
  }

  static String uuidOf(PackageHistory history, ChangeLog log) {
    return NameUuid.of("log", history.key(), log.name());
  }

  Row of(Entity entity) {
    return entities.get(entity);
  }

  Row of(Version version) {
    return versions.get(version);
  }

  /** Adds entities; this and what follows in upstream's order within each table. */
  void addEntities() {
    history.publishing().entities().forEach(this::entity);
  }

  void addVersions() {
    history.publishing().entities().forEach(entity -> entity.versions().forEach(this::version));
  }

  void addLogs() {
    history.publishing().logs().forEach(this::log);
  }

  /** Adds what is the draft and what is published. */
  void addPointers() {
    for (Entity entity : history.publishing().entities()) {
      pointer(entity, Branch.DRAFT, rows.tables.drafts, "draft_log_record_id");
      pointer(entity, Branch.PUBLISHED, rows.tables.published, "publish_log_record_id");
    }
  }

  private void entity(Entity entity) {
    Row row =
        rows.declare(rows.tables.entities, entity.created().origin())
            .set("learning_package_id", learningPackage)
            .set("entity_ref", entity.key())
            .set("can_stand_alone", entity.canStandAlone())
            .fill("uuid", NameUuid.of("entity", history.key(), entity.key()))
            .named("uuid");
    ContentRows.time(row, "created", entity.created());
    rows.by(row, "created_by_id", entity.created());
    entities.put(entity, row);
  }

  private void version(Version version) {
    Entity entity = version.entity();
    Row row =
        rows.derive(rows.tables.versions, version.created().origin())
            .set("entity_id", of(entity))
            .set("version_num", (long) version.number())
            .set("title", version.title())
            .named("uuid");
    String uuid = uuidOf(history, version);
    if (rows.removing) {
      row.fill("uuid", uuid);
    } else {
      row.set("uuid", uuid, (found, wanted) -> isAnother(version));
    }
    ContentRows.time(row, "created", version.created());
    rows.by(row, "created_by_id", version.created());
    versions.put(version, row);
    for (Entity dependency : version.dependencies()) {
      rows.derive(rows.tables.dependencies, version.created().origin())
          .set("referring_version_id", row)
          .set("referenced_entity_id", of(dependency));
    }
  }

  /**
   * A version never changes; one that another program made is not taken for the one of the spec.
   */
  private boolean isAnother(Version version) {
    throw new RowProblem(
        version.created().origin().position(),
        "the database has another version "
            + version.number()
            + " of '"
            + version.entity()
            + "', made by another program; give this one a higher version_num, or remove the"
            + " package and load again");
  }

  private void log(ChangeLog log) {
    boolean draft = log.branch() == Branch.DRAFT;
    Origin origin = log.moment().origin();
    Row row =
        rows.derive(draft ? rows.tables.draftLogs : rows.tables.publishLogs, origin)
            .set("uuid", uuidOf(history, log))
            .set("learning_package_id", learningPackage)
            .foundBy(IN_PACKAGE)
            .labelled(history.key(), log.name());
    ContentRows.time(row, draft ? "changed_at" : "published_at", log.moment());
    rows.by(row, draft ? "changed_by_id" : "published_by_id", log.moment());
    if (!draft && log.message().isEmpty()) {
      row.fill("message", "");
    } else if (!draft) {
      row.set("message", log.message());
    }
    log.records().forEach(record -> record(record, row, draft, origin));
    for (SideEffect effect : log.sideEffects()) {
      rows.derive(draft ? rows.tables.draftEffects : rows.tables.publishEffects, origin)
          .set("cause_id", records.get(effect.cause()))
          .set("effect_id", records.get(effect.effect()));
    }
  }

  private void record(LogRecord record, Row log, boolean draft, Origin origin) {
    Row row =
        rows.derive(draft ? rows.tables.draftRecords : rows.tables.publishRecords, origin)
            .set(draft ? "draft_change_log_id" : "publish_log_id", log)
            .set("entity_id", of(record.entity()));
    past(row, "old_version_id", record.before(), record);
    past(row, "new_version_id", record.after(), record);
    if (record.dependencies().isEmpty()) {
      row.fill("dependencies_hash_digest", "");
    } else {
      row.fill("dependencies_hash_digest", new Computed(() -> digests.of(record)));
    }
    if (!draft) {
      row.fill("direct", record.direct());
    }
    records.put(record, row);
  }

  private void past(Row row, String column, Optional<Version> version, LogRecord record) {
    Row value = version.map(this::of).orElse(null);
    if (rows.removing) {
      row.set(column, value);
    } else {
      row.set(column, value, new UnchangedPast(history.key(), record));
    }
  }

  /**
   * A branch's row. What happened after all that the spec describes is left alone: the row is moved
   * only when its last record is new.
   */
  private void pointer(Entity entity, Branch branch, Table table, String recordColumn) {
    if (!entity.isOn(branch)) {
      return;
    }
    Optional<LogRecord> last = entity.record(branch);
    Row record = last.map(records::get).orElse(null);
    Version version = entity.version(branch).orElse(null);
    Origin origin = last.map(one -> one.log().moment()).orElse(entity.created()).origin();
    Row row = rows.derive(table, origin).set("entity_id", of(entity));
    row.set(
        "version_id",
        version == null ? null : of(version),
        (found, wanted) -> record == null || !record.isNew());
    row.set(recordColumn, record, (found, wanted) -> record == null || !record.isNew());
  }
}
