package org.openedx.devdata.service.content.layout;

import java.sql.SQLException;
import org.openedx.devdata.testing.TestDatabase;

/** What Django leaves of the platform's 0009 when the old tables have been renamed before it. */
final class InBetween {

  private InBetween() {}

  static void make(TestDatabase database) throws SQLException {
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
}
