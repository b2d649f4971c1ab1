package org.openedx.devdata.service.content.layout.migration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The tables that Django itself keeps beside every app's: migrations, content types, permissions.
 * Not thread-safe.
 */
public final class DjangoTables {

  private static final List<String> ACTIONS = List.of("add", "change", "delete", "view");

  private final Handle handle;

  public DjangoTables(Handle handle) {
    this.handle = handle;
  }

  /** Makes the tables that are missing. */
  void create() {
    handle.execute(
        "CREATE TABLE IF NOT EXISTS django_migrations (id int NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied datetime(6) NOT"
            + " NULL)");
    handle.execute(
        "CREATE TABLE IF NOT EXISTS django_content_type (id int NOT NULL AUTO_INCREMENT PRIMARY"
            + " KEY, app_label varchar(100) NOT NULL, model varchar(100) NOT NULL, UNIQUE KEY"
            + " django_content_type_app_label_model_76bd3d3b_uniq (app_label, model))");
    handle.execute(
        "CREATE TABLE IF NOT EXISTS auth_permission (id int NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " name varchar(255) NOT NULL, content_type_id int NOT NULL, codename varchar(100)"
            + " NOT NULL, UNIQUE KEY auth_permission_content_type_id_codename_01ab375a_uniq"
            + " (content_type_id, codename), CONSTRAINT"
            + " auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY"
            + " (content_type_id) REFERENCES django_content_type (id))");
  }

  /** All rows of {@code django_migrations}. */
  public Set<Migration> applied() {
    return new HashSet<>(
        handle
            .createQuery("SELECT app, name FROM django_migrations")
            .map((rs, context) -> new Migration(rs.getString(1), rs.getString(2)))
            .list());
  }

  /** Adds the rows that are not there, in order. */
  void record(List<Migration> migrations, LocalDateTime when) {
    Set<Migration> there = applied();
    for (Migration migration : migrations) {
      if (!there.contains(migration)) {
        handle.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)",
            migration.app(),
            migration.name(),
            when);
      }
    }
  }

  /** Adds content types and their four permissions where they are missing. */
  void addContentTypes(List<ContentModel> models) {
    for (MigrationStep step : missingContentTypes(models, Map.of())) {
      handle.execute(step.sql(), step.values().toArray());
    }
  }

  /**
   * Statements that add the missing content types and permissions, as Django does after a run.
   *
   * @param renamed content types that the run renames before, as {@code app.model}: old to new
   */
  public List<MigrationStep> missingContentTypes(
      List<ContentModel> models, Map<String, String> renamed) {
    Map<String, Set<String>> there = permissions();
    renamed.forEach(
        (old, present) -> {
          if (there.containsKey(old)) {
            there.putIfAbsent(present, there.get(old));
          }
        });
    List<MigrationStep> steps = new ArrayList<>();
    for (ContentModel model : models) {
      Set<String> codes = there.get(model.app() + "." + model.model());
      if (codes == null) {
        steps.add(
            new MigrationStep(
                "content types",
                "INSERT INTO django_content_type (app_label, model) VALUES (?, ?)",
                List.of(model.app(), model.model())));
      }
      for (String action : ACTIONS) {
        String code = action + "_" + model.model();
        if (codes == null || !codes.contains(code)) {
          steps.add(
              new MigrationStep(
                  "content types",
                  "INSERT INTO auth_permission (name, content_type_id, codename) SELECT ?, id, ?"
                      + " FROM django_content_type WHERE app_label = ? AND model = ?",
                  List.of(
                      "Can " + action + " " + model.label(), code, model.app(), model.model())));
        }
      }
    }
    return steps;
  }

  /** All content types, as {@code app.model}; none where Django has not made the table. */
  public Set<String> contentTypes() {
    return permissions().keySet();
  }

  /** Code names of permissions by {@code app.model}, also of content types that have none. */
  private Map<String, Set<String>> permissions() {
    Map<String, Set<String>> there = new HashMap<>();
    handle
        .createQuery(
            "SELECT t.app_label, t.model, p.codename FROM django_content_type t LEFT JOIN"
                + " auth_permission p ON p.content_type_id = t.id")
        .map(
            (rs, context) ->
                there
                    .computeIfAbsent(
                        rs.getString(1) + "." + rs.getString(2), any -> new HashSet<>())
                    .add(String.valueOf(rs.getString(3))))
        .list();
    return there;
  }
}
