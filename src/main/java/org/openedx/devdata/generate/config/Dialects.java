package org.openedx.devdata.generate.config;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.yaml.MapNode;

/** Names of keys in other dialects of configurations, those of xapi-db-load. Data. */
final class Dialects {

  /**
   * A name of a key in another dialect.
   *
   * @param name the documented name
   * @param other the other one
   * @param dialect the version of xapi-db-load that has it
   */
  record Alias(String name, String other, String dialect) {}

  /**
   * A key of another dialect that means nothing here.
   *
   * @param remedy why, and what to do; the end of a sentence that says that it is not used
   */
  record Unused(String name, String dialect, String remedy) {}

  static final List<Alias> ALIASES =
      List.of(
          new Alias("num_xapi_batches", "num_batches", "1.5.0"),
          new Alias("load_from_s3_after", "csv_load_from_s3_after", "1.5.0"),
          new Alias("db_event_sink_name", "event_sink_db_name", "3.3"));

  static final List<Unused> UNUSED =
      List.of(
          new Unused("event_table_name", "1.5.0", "not used any more; remove it"),
          new Unused("num_workers", "3.0", "not used any more; see threads"),
          new Unused(
              "expected_db_name", "3.3", "not used: known answers go to the database journeys"));

  private Dialects() {}

  /** A field with its names in other dialects. */
  static Field named(Field field) {
    String[] others =
        ALIASES.stream()
            .filter(alias -> alias.name().equals(field.name()))
            .map(Alias::other)
            .toArray(String[]::new);
    return others.length == 0 ? field : field.withAliases(others);
  }

  /** Fields of keys that other dialects have and this one has not. */
  static List<Field> others() {
    List<Field> fields = new ArrayList<>();
    for (Unused unused : UNUSED) {
      fields.add(
          Field.of(
                  unused.name(),
                  new FieldType.Json(),
                  "Of xapi-db-load %s: %s.".formatted(unused.dialect(), unused.remedy()))
              .asNullable());
    }
    return fields;
  }

  /** Warns of keys that have other names now, or mean nothing any more. */
  static void warn(String file, MapNode root, Problems problems) {
    for (Alias alias : ALIASES) {
      if (root.indexOf(alias.other()) >= 0 && root.indexOf(alias.name()) < 0) {
        problems.warn(
            root.keyIn(file, root.indexOf(alias.other())),
            "%s is now called %s; both are understood".formatted(alias.other(), alias.name()));
      }
    }
    for (Unused unused : UNUSED) {
      if (root.indexOf(unused.name()) >= 0) {
        problems.warn(
            root.keyIn(file, root.indexOf(unused.name())),
            "%s is %s".formatted(unused.name(), unused.remedy()));
      }
    }
  }
}
