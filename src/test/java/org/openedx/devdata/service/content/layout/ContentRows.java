package org.openedx.devdata.service.content.layout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.testing.TestDatabase;

/** A few rows of content in any layout: a package with a component, a unit and a collection. */
public final class ContentRows {

  private ContentRows() {}

  /** Writes them with plain SQL, under the layout's names. */
  public static void write(TestDatabase database, Layout layout) throws SQLException {
    LayoutMap map = LayoutLab.MAP;
    List<String> sql = new ArrayList<>();
    String at = "'2026-02-03 04:05:06.000007'";
    sql.add(
        insert(
            map,
            layout,
            "learningpackage",
            "'1', '" + "a".repeat(32) + "', 'lib:edX:one', 'One', '', " + at + ", " + at));
    for (int id = 1; id <= 2; id++) {
      sql.add(
          "INSERT INTO "
              + map.name("publishableentity", layout)
              + " VALUES ("
              + id
              + ", '"
              + ("" + id).repeat(32)
              + "', '"
              + (id == 1 ? "xblock.v1:html:intro" : "unit1-b7eafb")
              + "', "
              + at
              + ", NULL, 1, 1)");
      sql.add(
          "INSERT INTO "
              + map.name("publishableentityversion", layout)
              + " VALUES ("
              + id
              + ", '"
              + ("" + (id + 2)).repeat(32)
              + "', 'T', 1, "
              + at
              + ", NULL, "
              + id
              + ")");
    }
    sql.add(
        "INSERT INTO " + map.name("componenttype", layout) + " VALUES (3, 'xblock.v1', 'html')");
    sql.add("INSERT INTO " + map.name("component", layout) + " VALUES (1, 'intro', 3, 1)");
    sql.add("INSERT INTO " + map.name("componentversion", layout) + " VALUES (1, 1)");
    sql.add("INSERT INTO " + map.name("mediatype", layout) + " VALUES (1, 'text', 'html', '')");
    sql.add(
        "INSERT INTO "
            + map.name("media", layout)
            + " VALUES (1, 3, '"
            + "e".repeat(40)
            + "', 0, '<p/>', "
            + at
            + ", 1, 1)");
    sql.add(
        "INSERT INTO "
            + map.name("componentversionmedia", layout)
            + " VALUES (1, 'block.xml', 1, 1)");
    String container =
        switch (layout) {
          case CURRENT -> "2, 3, 1, 'unit1-b7eafb'";
          case L4 -> "2, 3";
          default -> "2";
        };
    sql.add("INSERT INTO " + map.name("container", layout) + " VALUES (" + container + ")");
    sql.add("INSERT INTO " + map.name("unit", layout) + " VALUES (2)");
    sql.add("INSERT INTO " + map.name("entitylist", layout) + " VALUES (1)");
    sql.add("INSERT INTO " + map.name("entitylistrow", layout) + " VALUES (1, 0, 1, 1, NULL)");
    sql.add("INSERT INTO " + map.name("containerversion", layout) + " VALUES (2, 2, 1)");
    sql.add("INSERT INTO " + map.name("unitversion", layout) + " VALUES (2)");
    sql.add(
        "INSERT INTO "
            + map.name("publishlog", layout)
            + " VALUES (1, '"
            + "f".repeat(32)
            + "', 'm', "
            + at
            + ", 1, NULL)");
    sql.add(
        "INSERT INTO "
            + map.name("publishlogrecord", layout)
            + " VALUES (1, 1, 1, NULL, 1, ''"
            + (layout == Layout.CURRENT ? ", NULL)" : ")"));
    sql.add("INSERT INTO " + map.name("published", layout) + " VALUES (1, 1, 1)");
    sql.add(
        "INSERT INTO "
            + map.name("collection", layout)
            + " VALUES (1, '', 1, "
            + at
            + ", "
            + at
            + ", 1, NULL, 'C', 'coll-1')");
    sql.add(
        "INSERT INTO "
            + map.name("collectionpublishableentity", layout)
            + " VALUES (1, "
            + at
            + ", 1, NULL, 1)");
    database.run(sql.toArray(String[]::new));
  }

  private static String insert(LayoutMap map, Layout layout, String table, String values) {
    return "INSERT INTO " + map.name(table, layout) + " VALUES (" + values + ")";
  }

  /** All rows of all tables of content, in the order of the map. */
  public static List<String> read(TestDatabase database, Layout layout) throws SQLException {
    List<String> rows = new ArrayList<>();
    for (LayoutTable table : LayoutLab.MAP.tables()) {
      if (table.isIn(layout)) {
        for (List<String> row :
            database.rows("SELECT * FROM " + table.name(layout) + " ORDER BY 1")) {
          rows.add(table + " " + row);
        }
      }
    }
    return rows;
  }
}
