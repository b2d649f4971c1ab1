package org.openedx.devdata.service.aspects;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.raw.AspectsDatabase;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Makes the raw tables of Aspects ({@code devdata aspects init}). Changes nothing that is there; a
 * table of another form is reported and left alone. Stateless.
 */
public final class AspectsSetup {

  private static final String ORG_OF_COURSE =
      "nullIf(extract(url, 'course-v1:([a-zA-Z0-9_~.:%-]*)'), '')";
  private static final String ORG_OF_CCX = "nullIf(extract(url, 'ccx-v1:([a-zA-Z0-9]*)'), '')";

  private AspectsSetup() {}

  /**
   * Outcome of a setup.
   *
   * @param created names of the tables that were made, in order
   * @param present names of those that were there in the right form
   * @param different what is not as it should be, one line each
   */
  public record Outcome(List<String> created, List<String> present, List<String> different) {
    public Outcome {
      created = List.copyOf(created);
      present = List.copyOf(present);
      different = List.copyOf(different);
    }
  }

  /** Makes what is missing. A second call makes nothing. */
  public static Outcome init(ClickHouse clickhouse, AspectsNames site) {
    AspectsNames names = site.withSource(site.xapi()); // Both tables of statements are made.
    for (AspectsDatabase database : EnumSet.allOf(AspectsDatabase.class)) {
      clickhouse.run(
          "CREATE DATABASE IF NOT EXISTS "
              + TableName.quote(names.database(database))
              + names.onCluster());
    }
    LiveAspects live = LiveAspects.read(clickhouse, names);
    boolean fresh = live.columns(names.of(AspectsTables.STATEMENTS)).isEmpty();
    List<String> created = new ArrayList<>();
    List<String> present = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (AspectsTable table : AspectsTables.ALL) {
      TableName name = names.of(table);
      Map<String, String> columns = live.columns(name);
      if (columns.isEmpty()) {
        clickhouse.run(CreateTable.of(table, names));
        created.add(name.toString());
      } else {
        List<String> faults = compare(table, name, columns);
        different.addAll(faults);
        if (faults.isEmpty()) {
          present.add(name.toString());
        }
      }
    }
    function(clickhouse, names, "get_org_from_course_url", ORG_OF_COURSE);
    function(clickhouse, names, "get_org_from_ccx_course_url", ORG_OF_CCX);
    if (fresh) {
      // The site's own migrations then know that they have nothing to do.
      clickhouse.run(
          "INSERT INTO %s (version_num) VALUES (%s)"
              .formatted(
                  names.of(AspectsTables.ALEMBIC_VERSION).quoted(),
                  TableName.literal(AspectsTables.MIGRATION)));
    }
    return new Outcome(created, present, different);
  }

  /** Lacking columns and other types; more columns than expected do no harm. */
  static List<String> compare(AspectsTable table, TableName name, Map<String, String> columns) {
    List<String> faults = new ArrayList<>();
    for (AspectsTable.Column column : table.columns()) {
      String type = columns.get(column.name());
      if (type == null) {
        faults.add(
            "%s has no column '%s'; migrate the site to %s or newer"
                .formatted(name, column.name(), AspectsTables.MIGRATION));
      } else if (!type.equals(column.type())) {
        faults.add(
            "%s.%s is of type %s, not %s".formatted(name, column.name(), type, column.type()));
      }
    }
    return faults;
  }

  private static void function(
      ClickHouse clickhouse, AspectsNames names, String name, String expression) {
    clickhouse.run(
        "CREATE FUNCTION IF NOT EXISTS %s%s AS (url) -> %s"
            .formatted(name, names.onCluster(), expression));
  }
}
