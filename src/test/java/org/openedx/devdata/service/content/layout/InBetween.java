package org.openedx.devdata.service.content.layout;

import java.sql.SQLException;
import org.openedx.devdata.testing.TestDatabase;

/** What Django leaves of the platform's 0009 when the old tables have been renamed before it. */
public final class InBetween {

  private InBetween() {}

  public static void make(TestDatabase database) throws SQLException {
    database.run(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('contentstore',"
            + " '0008_cleanstalecertificateavailabilitydatesconfig', NOW())",
        "CREATE TABLE contentstore_learningcontextlinksstatus (id int NOT NULL AUTO_INCREMENT"
            + " PRIMARY KEY, context_key varchar(255) NOT NULL UNIQUE, status varchar(20) NOT"
            + " NULL, created datetime(6) NOT NULL, updated datetime(6) NOT NULL)",
        "CREATE TABLE contentstore_publishableentitylink (id int NOT NULL AUTO_INCREMENT PRIMARY"
            + " KEY, uuid char(32) NOT NULL UNIQUE, upstream_usage_key varchar(255) NOT NULL,"
            + " upstream_context_key varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT"
            + " NULL, downstream_usage_key varchar(255) NOT NULL UNIQUE, downstream_context_key"
            + " varchar(255) NOT NULL, version_synced int NOT NULL, version_declined int NULL,"
            + " created datetime(6) NOT NULL, updated datetime(6) NOT NULL, upstream_block_id"
            + " bigint NULL)");
  }

  /** What Django leaves of the first migration of modulestore_migrator, where it stops. */
  static void makeMigrator(TestDatabase database) throws SQLException {
    database.run(
        "CREATE TABLE content_staging_stagedcontent (id int NOT NULL AUTO_INCREMENT PRIMARY KEY)",
        "CREATE TABLE user_tasks_usertaskstatus (id int NOT NULL AUTO_INCREMENT PRIMARY KEY)",
        "CREATE TABLE modulestore_migrator_modulestoreblockmigration (id int NOT NULL"
            + " AUTO_INCREMENT PRIMARY KEY, created datetime(6) NOT NULL, modified datetime(6) NOT"
            + " NULL, change_log_record_id bigint NULL UNIQUE)",
        "CREATE TABLE modulestore_migrator_modulestoremigration (id int NOT NULL AUTO_INCREMENT"
            + " PRIMARY KEY, source_version varchar(255) NULL, composition_level varchar(255) NOT"
            + " NULL, repeat_handling_strategy varchar(24) NOT NULL, preserve_url_slugs tinyint(1)"
            + " NOT NULL, change_log_id bigint NULL)",
        "CREATE TABLE modulestore_migrator_modulestoresource (id int NOT NULL AUTO_INCREMENT"
            + " PRIMARY KEY, `key` varchar(255) NOT NULL UNIQUE, forwarded_id int NULL UNIQUE)",
        "ALTER TABLE modulestore_migrator_modulestoremigration ADD COLUMN source_id int NOT NULL,"
            + " ADD CONSTRAINT modulestore_migrator_source_id_017b536f_fk_modulesto FOREIGN KEY"
            + " (source_id) REFERENCES modulestore_migrator_modulestoresource (id)",
        "ALTER TABLE modulestore_migrator_modulestoremigration ADD COLUMN staged_content_id int"
            + " NULL UNIQUE, ADD CONSTRAINT"
            + " modulestore_migrator_staged_content_id_10ff3d02_fk_content_s FOREIGN KEY"
            + " (staged_content_id) REFERENCES content_staging_stagedcontent (id)");
  }
}
