package org.openedx.devdata.service.content.layout.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/**
 * The platform's migrations that make foreign keys to the old tables. Django cannot run them any
 * more when the tables have been renamed before; with the present names as targets they do what
 * they would have done, under the names of keys that Django would have given. Immutable.
 */
public final class PlatformScripts {

  private static final String COMMON =
      "version_synced int NOT NULL, version_declined int NULL, created datetime(6) NOT NULL,"
          + " updated datetime(6) NOT NULL";

  private final Dialect dialect;
  private final PlatformChanges changes;

  /**
   * @param layout whose names the tables of content have when the statements run
   */
  public PlatformScripts(LayoutMap map, Dialect dialect, Layout layout) {
    this.dialect = dialect;
    this.changes = new PlatformChanges(map, layout);
  }

  /** The migrations in order. */
  public List<PlatformScript> all() {
    Migration links =
        new Migration("contentstore", "0009_learningcontextlinksstatus_publishableentitylink");
    List<PlatformScript> all = new ArrayList<>();
    all.add(
        PlatformScript.after(
            new Migration("content_libraries", "0009_alter_contentlibrary_authorized_lti_configs"),
            new Migration("content_libraries", "0010_contentlibrary_learning_package_and_more"),
            libraries()));
    all.add(
        PlatformScript.after(
            new Migration("contentstore", "0008_cleanstalecertificateavailabilitydatesconfig"),
            links,
            links()));
    all.add(
        PlatformScript.after(
            links, new Migration("contentstore", "0010_container_link_models"), containers()));
    all.addAll(new MigratorScripts(changes).all());
    return all;
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
                + changes.content("learningpackage")
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
    List<Change> made = new ArrayList<>();
    made.add(
        PlatformChanges.create(
            status,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, context_key varchar(255) NOT NULL UNIQUE,"
                + " status varchar(20) NOT NULL, created datetime(6) NOT NULL, updated datetime(6)"
                + " NOT NULL"));
    made.add(
        PlatformChanges.create(
            link,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, uuid "
                + dialect.uuidType()
                + " NOT NULL UNIQUE, upstream_usage_key varchar(255) NOT NULL, "
                + keys()
                + COMMON
                + ", upstream_block_id bigint NULL"));
    made.add(
        changes.foreign(
            link,
            "contentstore_publish_upstream_block_id_eeafbcf6_fk_oel_publi",
            "upstream_block_id",
            "publishableentity",
            "id"));
    made.add(
        PlatformChanges.index(
            link,
            "contentstore_publishableentitylink_upstream_context_key_7078ef7a",
            "upstream_context_key"));
    made.add(
        PlatformChanges.index(
            link,
            "contentstore_publishableent_downstream_context_key_ac5451be",
            "downstream_context_key"));
    return made;
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
        changes.foreign(
            link,
            "contentstore_compone_upstream_block_id_46d34dd1_fk_oel_compo",
            "upstream_block_id",
            "component",
            "publishable_entity_id"),
        PlatformChanges.create(
            container,
            "id int NOT NULL AUTO_INCREMENT PRIMARY KEY, uuid "
                + dialect.uuidType()
                + " NOT NULL UNIQUE, "
                + keys()
                + COMMON
                + ", upstream_container_key varchar(255) NOT NULL, upstream_container_id bigint"
                + " NULL"),
        changes.foreign(
            container,
            "contentstore_contain_upstream_container_i_58eba7f1_fk_oel_publi",
            "upstream_container_id",
            "container",
            "publishable_entity_id"),
        PlatformChanges.index(
            container,
            "contentstore_containerlink_upstream_context_key_f733bf6d",
            "upstream_context_key"),
        PlatformChanges.index(
            container,
            "contentstore_containerlink_downstream_context_key_3f01a792",
            "downstream_context_key"));
  }
}
