package org.openedx.devdata.service.content.layout.script;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * The migrations of {@code modulestore_migrator}. Django stops in the first of them, or in the
 * fourth, when the tables of content have been renamed before; the second and third come between
 * and are done with them. Immutable.
 */
record MigratorScripts(PlatformChanges changes) {

  private static final String APP = "modulestore_migrator";
  private static final String RUNS = APP + "_modulestoremigration";
  private static final String SOURCES = APP + "_modulestoresource";
  private static final String BLOCKS = APP + "_modulestoreblockmigration";
  private static final String BLOCK_SOURCES = APP + "_modulestoreblocksource";
  private static final String ID = "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, ";
  private static final String TIMES =
      "created datetime(6) NOT NULL, modified datetime(6) NOT NULL, ";

  private static final String TARGET = APP + "_target_id_681f3d9f_fk_oel_publi";
  private static final String STATUS = APP + "_task_status_id_7039b961_fk_user_task";
  private static final String STATUSES = "user_tasks_usertaskstatus";

  List<PlatformScript> all() {
    Migration initial = new Migration(APP, "0001_initial");
    Migration status = new Migration(APP, "0002_alter_modulestoremigration_task_status");
    Migration failed = new Migration(APP, "0003_modulestoremigration_is_failed");
    Migration optional = new Migration(APP, "0004_alter_modulestoreblockmigration_target");
    Migration reason = new Migration(APP, "0005_modulestoreblockmigration_unsupported_reason");
    return List.of(
        PlatformScript.begunBy(BLOCKS, initial, initial()),
        PlatformScript.after(initial, status, status()),
        PlatformScript.after(status, failed, failed()),
        PlatformScript.after(failed, optional, optionalTarget()),
        PlatformScript.after(optional, reason, reason()),
        // Django records a migration that replaces others together with those.
        PlatformScript.after(
            reason, new Migration(APP, optional.name() + "_squashed_" + reason.name()), List.of()));
  }

  /** In Django's order: keys of new tables come last, those of new columns with them. */
  private List<Change> initial() {
    return List.of(
        PlatformChanges.create(BLOCKS, ID + TIMES + "change_log_record_id bigint NULL UNIQUE"),
        PlatformChanges.create(
            RUNS,
            ID
                + "source_version varchar(255) NULL, composition_level varchar(255) NOT NULL,"
                + " repeat_handling_strategy varchar(24) NOT NULL, preserve_url_slugs tinyint(1)"
                + " NOT NULL, change_log_id bigint NULL"),
        PlatformChanges.create(
            SOURCES, ID + "`key` varchar(255) NOT NULL UNIQUE, forwarded_id int NULL UNIQUE"),
        column(RUNS, "source_id_017b536f_fk_modulesto", "source_id", "int NOT NULL", SOURCES),
        column(
            RUNS,
            "staged_content_id_10ff3d02_fk_content_s",
            "staged_content_id",
            "int NULL UNIQUE",
            "content_staging_stagedcontent"),
        column(
            RUNS,
            "target_id_b609e5d6_fk_oel_publi",
            "target_id",
            "int NOT NULL",
            changes.content("learningpackage")),
        column(
            RUNS,
            "target_collection_id_d2af3595_fk_oel_colle",
            "target_collection_id",
            "int NULL",
            changes.content("collection")),
        PlatformChanges.column(RUNS, STATUS, "task_status_id", "int NOT NULL UNIQUE", STATUSES),
        PlatformChanges.create(
            BLOCK_SOURCES,
            ID
                + TIMES
                + "`key` varchar(255) NOT NULL, forwarded_id int NULL UNIQUE,"
                + " overall_source_id int NOT NULL"),
        column(
            BLOCKS,
            "overall_migration_id_5d345f9d_fk_modulesto",
            "overall_migration_id",
            "int NOT NULL",
            RUNS),
        column(
            BLOCKS, "source_id_0bacef87_fk_modulesto", "source_id", "int NOT NULL", BLOCK_SOURCES),
        PlatformChanges.column(
            BLOCKS, TARGET, "target_id", "bigint NOT NULL", changes.content("publishableentity")),
        PlatformChanges.unique(
            BLOCKS,
            APP + "_mod_overall_migration_id_sou_d0de4cc5_uniq",
            "overall_migration_id, source_id"),
        PlatformChanges.unique(
            BLOCKS,
            APP + "_mod_overall_migration_id_tar_cd11d22d_uniq",
            "overall_migration_id, target_id"),
        foreign(
            BLOCKS,
            "change_log_record_id_bf002941_fk_oel_publi",
            "change_log_record_id",
            changes.content("draftchangelogrecord")),
        foreign(
            RUNS,
            "change_log_id_7ea799a1_fk_oel_publi",
            "change_log_id",
            changes.content("draftchangelog")),
        foreign(SOURCES, "forwarded_id_353e2f09_fk_modulesto", "forwarded_id", RUNS),
        foreign(BLOCK_SOURCES, "forwarded_id_443a8ce0_fk_modulesto", "forwarded_id", BLOCKS),
        foreign(
            BLOCK_SOURCES,
            "overall_source_id_cf5e099e_fk_modulesto",
            "overall_source_id",
            SOURCES));
  }

  private static Change column(
      String table, String key, String column, String type, String target) {
    return PlatformChanges.column(table, APP + "_" + key, column, type, target);
  }

  private static Change foreign(String table, String key, String column, String target) {
    return PlatformChanges.foreignTo(table, APP + "_" + key, column, target, "id");
  }

  private static List<Change> status() {
    return List.of(
        PlatformChanges.drop(RUNS, STATUS),
        Change.of(
            "ALTER TABLE " + RUNS + " DROP INDEX task_status_id",
            Set.of(SchemaFacts.index(RUNS, "task_status_id")),
            Set.of()),
        PlatformChanges.index(RUNS, APP + "_module_task_status_id_7039b961", "task_status_id"),
        PlatformChanges.foreignTo(RUNS, STATUS, "task_status_id", STATUSES, "id"));
  }

  private static List<Change> failed() {
    return List.of(
        Change.of(
            "ALTER TABLE " + RUNS + " ADD COLUMN is_failed tinyint(1) DEFAULT 0 NOT NULL",
            Set.of(),
            Set.of(
                SchemaFacts.column(RUNS, "is_failed"), SchemaFacts.defaulted(RUNS, "is_failed"))),
        Change.of(
            "ALTER TABLE " + RUNS + " ALTER COLUMN is_failed DROP DEFAULT",
            Set.of(SchemaFacts.defaulted(RUNS, "is_failed")),
            Set.of()));
  }

  private List<Change> optionalTarget() {
    return List.of(
        PlatformChanges.drop(BLOCKS, TARGET),
        Change.of(
            "ALTER TABLE " + BLOCKS + " MODIFY target_id bigint NULL",
            Set.of(),
            Set.of(SchemaFacts.nullable(BLOCKS, "target_id"))),
        changes.foreign(BLOCKS, TARGET, "target_id", "publishableentity", "id"));
  }

  private static List<Change> reason() {
    return List.of(
        Change.of(
            "ALTER TABLE " + BLOCKS + " ADD COLUMN unsupported_reason longtext NULL",
            Set.of(),
            Set.of(SchemaFacts.column(BLOCKS, "unsupported_reason"))));
  }
}
