package org.openedx.devdata.service.content.layout.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.service.content.layout.migration.Migration;

/** The apps of the platform whose tables have foreign keys to authored content. Immutable. */
final class PlatformApps {

  /**
   * @param app its label
   * @param before number of the last migration before the switch
   * @param switched the migration after which its models name the merged app
   * @param squash the migration that replaces all of them
   */
  record App(String app, String before, String switched, String squash) {}

  static final List<App> ALL =
      List.of(
          new App(
              "content_libraries",
              "0011_",
              "0012_switch_to_openedx_content",
              "0001_squashed_0012_switch_to_openedx_content"),
          new App(
              "contentstore",
              "0014_",
              "0015_switch_to_openedx_content",
              "0001_squashed_0015_switch_to_openedx_content"),
          new App(
              "modulestore_migrator",
              "0006_",
              "0007_switch_to_openedx_content",
              "0001_squashed_0007_switch_to_openedx_content"));

  private PlatformApps() {}

  /**
   * Rows of the switches, which change nothing in the database: the server lets foreign keys follow
   * renamed tables. Only for apps that have all migrations before; the others are Django's to do.
   */
  static List<Migration> switches(Set<Migration> applied) {
    List<Migration> rows = new ArrayList<>();
    for (App app : ALL) {
      boolean ready =
          applied.stream()
              .anyMatch(row -> row.app().equals(app.app()) && row.name().startsWith(app.before()));
      for (String name : List.of(app.switched(), app.squash())) {
        Migration row = new Migration(app.app(), name);
        if (ready && !applied.contains(row)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
