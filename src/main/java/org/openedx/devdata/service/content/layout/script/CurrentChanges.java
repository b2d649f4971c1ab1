package org.openedx.devdata.service.content.layout.script;

import java.util.List;
import java.util.Set;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.migration.Change;
import org.openedx.devdata.service.content.layout.migration.Migration;
import org.openedx.devdata.service.content.layout.migration.SchemaFacts;

/** The statements of upstream's migrations 0004 to 0014. Immutable. */
final class CurrentChanges {

  private static final Layout NOW = Layout.CURRENT;

  private final MigrationScripts scripts;

  CurrentChanges(MigrationScripts scripts) {
    this.scripts = scripts;
  }

  List<Change> of(Migration migration) {
    return switch (migration.name().substring(0, 4)) {
      case "0004" -> componentTypes();
      case "0005" -> containerTypes();
      case "0007" -> direct();
      case "0008" -> collectionCodes();
      case "0009" -> componentCodes();
      case "0010" -> containerCodes();
      case "0011" -> references();
      case "0012" -> paths();
      case "0013" -> codeChecks();
      default -> List.of();
    };
  }

  private TableChanges on(String table) {
    return scripts.on(table, NOW);
  }

  /** Types of one name become the one with the least id. */
  private List<Change> componentTypes() {
    String lowest =
        " JOIN (SELECT namespace, name, MIN(id) AS id FROM openedx_content_componenttype GROUP BY"
            + " namespace, name) least ON least.namespace = t.namespace AND least.name = t.name";
    return List.of(
        Change.rows(
            "UPDATE openedx_content_component c JOIN openedx_content_componenttype t ON t.id ="
                + " c.component_type_id"
                + lowest
                + " SET c.component_type_id = least.id WHERE c.component_type_id <> least.id"),
        Change.rows(
            "DELETE t FROM openedx_content_componenttype t" + lowest + " WHERE t.id <> least.id"),
        on("componenttype").addKey("oel_component_type_uniq_ns_n"));
  }

  private List<Change> containerTypes() {
    TableChanges on = on("container");
    String key = "openedx_content_cont_container_type_id_f7940858_fk_openedx_c";
    return List.of(
        scripts.create("containertype", NOW),
        on.addColumn("container_type_id", "int", key),
        containerType("section"),
        containerType("subsection"),
        containerType("unit"),
        containersOf("section"),
        containersOf("subsection"),
        containersOf("unit"),
        on.dropForeignKey(key),
        on.require("container_type_id"),
        on.addKey(key));
  }

  /** Numbered by itself: an insert that was killed has used up a number of the server's. */
  private static Change containerType(String code) {
    return Change.rows(
        "INSERT INTO openedx_content_containertype (id, type_code) SELECT COALESCE(MAX(id), 0) + 1,"
            + " '"
            + code
            + "' FROM openedx_content_containertype HAVING COALESCE(SUM(type_code = '"
            + code
            + "'), 0) = 0");
  }

  private static Change containersOf(String code) {
    return Change.rows(
        "UPDATE openedx_content_container c JOIN openedx_content_"
            + code
            + " k ON k.container_id = c.publishable_entity_id JOIN openedx_content_containertype t"
            + " ON t.type_code = '"
            + code
            + "' SET c.container_type_id = t.id WHERE c.container_type_id IS NULL");
  }

  /** Adds {@code direct} to publish records: NULL for earlier ones, of which it is not known. */
  private List<Change> direct() {
    String table = "ALTER TABLE openedx_content_publishlogrecord ";
    String defaulted = SchemaFacts.defaulted("publishlogrecord", "direct");
    return List.of(
        Change.of(
            table + "ADD COLUMN direct tinyint(1) DEFAULT 0 NULL",
            Set.of(),
            Set.of(SchemaFacts.column("publishlogrecord", "direct"), defaulted)),
        Change.of(table + "ALTER COLUMN direct SET DEFAULT NULL", Set.of(defaulted), Set.of()),
        Change.rows(
            "UPDATE openedx_content_publishlogrecord SET direct = NULL WHERE direct IS NOT NULL"));
  }

  private List<Change> collectionCodes() {
    TableChanges on = on("collection");
    return List.of(
        on.dropIndex("oel_coll_uniq_lp_key"),
        on.renameColumn("_key", "collection_code", 500),
        on.narrow("collection_code", 500, 255),
        on.addKey("oel_coll_uniq_lp_key"),
        on.addKey("oel_coll_collection_code_regex"));
  }

  private List<Change> componentCodes() {
    TableChanges on = on("component");
    return List.of(
        on.addKey("openedx_content_component_learning_package_id_ff2bff8c"),
        on.dropIndex("oel_component_uniq_lc_ct_lk"),
        on.addKey("openedx_content_component_component_type_id_0d8d0461"),
        on.dropIndex("oel_component_idx_ct_lk"),
        on.renameColumn("local_key", "component_code", 500),
        on.narrow("component_code", 500, 255),
        on.addKey("oel_component_uniq_lc_ct_lk"),
        on.addKey("oel_component_code_regex"),
        on.addKey("oel_component_idx_ct_lk"));
  }

  private List<Change> containerCodes() {
    TableChanges on = on("container");
    String key = "openedx_content_cont_learning_package_id_a29c5633_fk_openedx_c";
    return List.of(
        on.addColumn("learning_package_id", "int", key),
        on.addColumn("container_code", "varchar(255) COLLATE utf8mb4_bin", ""),
        Change.rows(
            "UPDATE openedx_content_container c JOIN openedx_content_publishableentity e ON e.id ="
                + " c.publishable_entity_id SET c.learning_package_id = e.learning_package_id,"
                + " c.container_code = e._key"),
        on.dropForeignKey(key),
        on.require("learning_package_id"),
        on.addKey(key),
        on.require("container_code"),
        on.addKey("oel_container_uniq_lp_cc"),
        on.addKey("oel_container_code_regex"));
  }

  private List<Change> references() {
    TableChanges entity = on("publishableentity");
    TableChanges learningPackage = on("learningpackage");
    return List.of(
        entity.dropIndex("oel_pub_ent_uniq_lp_key"),
        entity.dropIndex("oel_pub_ent_idx_key"),
        entity.renameColumn("_key", "entity_ref", 0),
        entity.addKey("oel_pub_ent_uniq_lp_key"),
        entity.addKey("oel_pub_ent_idx_key"),
        learningPackage.dropIndex("oel_publishing_lp_uniq_key"),
        learningPackage.renameColumn("_key", "package_ref", 0),
        learningPackage.addKey("oel_publishing_lp_uniq_key"));
  }

  private List<Change> paths() {
    TableChanges on = on("componentversionmedia");
    return List.of(
        on.dropIndex("oel_cvcontent_uniq_cv_key"),
        on.renameColumn("_key", "path", 0),
        on.addKey("oel_cvcontent_uniq_cv_key"));
  }

  /** Made again, for those who had an early form that allowed only ASCII. */
  private List<Change> codeChecks() {
    return List.of(
        on("component").dropCheck("oel_component_code_regex"),
        on("container").dropCheck("oel_container_code_regex"),
        on("component").addKey("oel_component_code_regex"),
        on("container").addKey("oel_container_code_regex"));
  }
}
