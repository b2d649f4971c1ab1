package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.Ddl;

/**
 * The platform's migrations that make foreign keys to the old tables. Django cannot run them any
 * more when the tables have been renamed before; with the present names as targets they do what
 * they would have done, under the names of keys that Django would have given. Immutable.
 */
final class PlatformScripts {

  private static final String MIGRATOR = "modulestore_migrator";
  private static final String BLOCKS = "modulestore_migrator_modulestoreblockmigration";

  private static final String COMMON =
      "version_synced int NOT NULL, version_declined int NULL, created datetime(6) NOT NULL,"
          + " updated datetime(6) NOT NULL";

  private final LayoutMap map;
  private final Dialect dialect;
  private final Layout layout;

  /**
   * @param layout whose names the tables of content have when the statements run
   */
  PlatformScripts(LayoutMap map, Dialect dialect, Layout layout) {
    this.map = map;
    this.dialect = dialect;
    this.layout = layout;
  }

  /** The migrations in order, each with the one before it. */
  Map<MigrationScript, Migration> all() {
    Migration links =
        new Migration("contentstore", "0009_learningcontextlinksstatus_publishableentitylink");
    Map<MigrationScript, Migration> all = new LinkedHashMap<>();
    all.put(
        script(
            new Migration("content_libraries", "0010_contentlibrary_learning_package_and_more"),
            libraries()),
        new Migration("content_libraries", "0009_alter_contentlibrary_authorized_lti_configs"));
    all.put(
        script(links, links()),
        new Migration("contentstore", "0008_cleanstalecertificateavailabilitydatesconfig"));
    all.put(
        script(new Migration("contentstore", "0010_container_link_models"), containers()), links);
    Migration optional = new Migration(MIGRATOR, "0004_alter_modulestoreblockmigration_target");
    Migration reason = new Migration(MIGRATOR, "0005_modulestoreblockmigration_unsupported_reason");
    all.put(
        script(optional, optionalTarget()),
        new Migration(MIGRATOR, "0003_modulestoremigration_is_failed"));
    all.put(script(reason, reason()), optional);
    // Django records a migration that replaces others together with those.
    all.put(
        script(new Migration(MIGRATOR, optional.name() + "_squashed_" + reason.name()), List.of()),
        reason);
    return all;
  }

  private static MigrationScript script(Migration migration, List<Change> changes) {
    return new MigrationScript(migration, changes, true);
  }

  private List<Change> libraries() {
    String table = "content_libraries_contentlibrary";
    String key = "content_libraries_co_learning_package_id_fa203851_fk_oel_publi";
    return List.of(
        Change.of(
            "ALTER TABLE "
                + table
                + " ADD COLUMN learning_package_id int NULL UNIQUE, ADD CONSTRAINT "
                + key
                + " FOREIGN KEY (learning_package_id) REFERENCES "
                + map.name("learningpackage", layout)
                + " (id)",
            Set.of(),
            Set.of(
                SchemaFacts.column(table, "learning_package_id"),
                SchemaFacts.foreignKey(table, key))),
        Change.of(
            "ALTER TABLE " + table + " MODIFY bundle_uuid " + dialect.uuidType() + " NULL",
            Set.of(),
            Set.of(SchemaFacts.nullable(table, "bundle_uuid"))));
  }

  private List<Change> links() {
    String status = "contentstore_learningcontextlinksstatus";
    String link = "contentstore_publishableentitylink";
    List<Change> changes = new ArrayList<>();
    changes.add(
        create(
            status,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, context_key varchar(255) NOT NULL UNIQUE,"
                + " status varchar(20) NOT NULL, created datetime(6) NOT NULL, updated datetime(6)"
                + " NOT NULL"));
    changes.add(
        create(
            link,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, uuid "
                + dialect.uuidType()
                + " NOT NULL UNIQUE, upstream_usage_key varchar(255) NOT NULL, "
                + keys()
                + COMMON
                + ", upstream_block_id bigint NULL"));
    changes.add(
        foreign(
            link,
            "contentstore_publish_upstream_block_id_eeafbcf6_fk_oel_publi",
            "upstream_block_id",
            "publishableentity",
            "id"));
    changes.add(
        index(
            link,
            "contentstore_publishableentitylink_upstream_context_key_7078ef7a",
            "upstream_context_key"));
    changes.add(
        index(
            link,
            "contentstore_publishableent_downstream_context_key_ac5451be",
            "downstream_context_key"));
    return changes;
  }

  private static String keys() {
    return "upstream_context_key varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
        + " downstream_usage_key varchar(255) NOT NULL UNIQUE, downstream_context_key varchar(255)"
        + " NOT NULL, ";
  }

  private List<Change> containers() {
    String old = "contentstore_publishableentitylink";
    String link = "contentstore_componentlink";
    String container = "contentstore_containerlink";
    String oldKey = "contentstore_publish_upstream_block_id_eeafbcf6_fk_oel_publi";
    return List.of(
        Change.of(
            "RENAME TABLE " + old + " TO " + link,
            Set.of(SchemaFacts.table(old, old), SchemaFacts.foreignKey(old, oldKey)),
            Set.of(SchemaFacts.table(link, link), SchemaFacts.foreignKey(link, oldKey))),
        Change.rows(
            "UPDATE IGNORE django_content_type SET model = 'componentlink' WHERE app_label ="
                + " 'contentstore' AND model = 'publishableentitylink'"),
        Change.of(
            "ALTER TABLE " + link + " DROP FOREIGN KEY " + oldKey,
            Set.of(SchemaFacts.foreignKey(link, oldKey)),
            Set.of()),
        foreign(
            link,
            "contentstore_compone_upstream_block_id_46d34dd1_fk_oel_compo",
            "upstream_block_id",
            "component",
            "publishable_entity_id"),
        create(
            container,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, uuid "
                + dialect.uuidType()
                + " NOT NULL UNIQUE, "
                + keys()
                + COMMON
                + ", upstream_container_key varchar(255) NOT NULL, upstream_container_id bigint"
                + " NULL"),
        foreign(
            container,
            "contentstore_contain_upstream_container_i_58eba7f1_fk_oel_publi",
            "upstream_container_id",
            "container",
            "publishable_entity_id"),
        index(
            container,
            "contentstore_containerlink_upstream_context_key_f733bf6d",
            "upstream_context_key"),
        index(
            container,
            "contentstore_containerlink_downstream_context_key_3f01a792",
            "downstream_context_key"));
  }

  private List<Change> optionalTarget() {
    String key = "modulestore_migrator_target_id_681f3d9f_fk_oel_publi";
    return List.of(
        Change.of(
            "ALTER TABLE " + BLOCKS + " DROP FOREIGN KEY " + key,
            Set.of(SchemaFacts.foreignKey(BLOCKS, key)),
            Set.of()),
        Change.of(
            "ALTER TABLE " + BLOCKS + " MODIFY target_id bigint NULL",
            Set.of(),
            Set.of(SchemaFacts.nullable(BLOCKS, "target_id"))),
        foreign(BLOCKS, key, "target_id", "publishableentity", "id"));
  }

  private static List<Change> reason() {
    return List.of(
        Change.of(
            "ALTER TABLE " + BLOCKS + " ADD COLUMN unsupported_reason longtext NULL",
            Set.of(),
            Set.of(SchemaFacts.column(BLOCKS, "unsupported_reason"))));
  }

  private static Change create(String table, String columns) {
    return Change.of(
        "CREATE TABLE " + Ddl.quote(table) + " (" + columns + ")",
        Set.of(),
        Set.of(SchemaFacts.table(table, table)));
  }

  private Change foreign(
      String table, String key, String column, String target, String targetColumn) {
    return Change.of(
        "ALTER TABLE "
            + table
            + " ADD CONSTRAINT "
            + key
            + " FOREIGN KEY ("
            + column
            + ") REFERENCES "
            + map.name(target, layout)
            + " ("
            + targetColumn
            + ")",
        Set.of(),
        Set.of(SchemaFacts.foreignKey(table, key)));
  }

  private static Change index(String table, String name, String column) {
    return Change.of(
        "ALTER TABLE " + table + " ADD INDEX " + name + " (" + column + ")",
        Set.of(),
        Set.of(SchemaFacts.index(table, name)));
  }
}
