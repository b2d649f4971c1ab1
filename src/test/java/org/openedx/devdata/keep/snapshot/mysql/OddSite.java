package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openedx.devdata.jdbc.catalog.CatalogReader;
import org.openedx.devdata.testing.TestDatabase;

/** A database with every table that is hard to put back, and edits at random. */
public final class OddSite {

  private static final String VALUES =
      "('plain', 'é€', x'00ff0a5c09', 1.5, '{\"a\": 1}'), ('', NULL, NULL, NULL, NULL),"
          + " ('tab\\tline\\nback\\\\slash', 'ü', '', -0.1, '[]')";

  private final TestDatabase database;

  public OddSite(TestDatabase database) {
    this.database = database;
  }

  public void make() throws SQLException {
    database.run(
        "CREATE TABLE parent (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL,"
            + " west varchar(20) CHARACTER SET latin1, bin varbinary(30), f float, doc json, twice"
            + " int AS (CHAR_LENGTH(name) * 2) VIRTUAL, UNIQUE (name, id))",
        "INSERT INTO parent (name, west, bin, f, doc) VALUES " + VALUES,
        "CREATE TABLE child (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, parent_id int NOT NULL,"
            + " other_id bigint, note longtext NOT NULL, CONSTRAINT child_parent FOREIGN KEY"
            + " (parent_id) REFERENCES parent (id) ON DELETE CASCADE, CONSTRAINT child_self FOREIGN"
            + " KEY (other_id) REFERENCES child (id))",
        "INSERT INTO child (parent_id, note) SELECT p.id, CONCAT('note ', a.seq, REPEAT('x', a.seq %"
            + " 97)) FROM parent p, (WITH RECURSIVE s AS (SELECT 1 AS seq UNION ALL SELECT seq + 1"
            + " FROM s WHERE seq < 400) SELECT seq FROM s) a",
        "UPDATE child SET other_id = id - 1 WHERE id % 3 = 0 AND id > 3",
        "CREATE TABLE text_key (k varchar(40) NOT NULL PRIMARY KEY, v datetime(6) NOT NULL)",
        "INSERT INTO text_key VALUES ('b', '2026-01-01 00:00:00.000001'), ('a', NOW(6)), ('ž', NOW())",
        "CREATE TABLE two_keys (a int NOT NULL, b varchar(9) NOT NULL, c int, PRIMARY KEY (a, b))",
        "INSERT INTO two_keys VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', NULL)",
        "CREATE TABLE large_key (id bigint unsigned NOT NULL PRIMARY KEY, a int)",
        "INSERT INTO large_key VALUES (0, 1), (5, 2), (18446744073709551614, 3),"
            + " (9223372036854775808, 4)",
        "CREATE TABLE keyless (a int, b text)",
        "INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL)",
        "CREATE TABLE loose (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a text) ENGINE=MyISAM",
        "INSERT INTO loose (a) VALUES ('one'), ('two')",
        "CREATE TABLE parts (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY HASH"
            + " (y) PARTITIONS 3",
        "INSERT INTO parts VALUES (1, 2020), (2, 2021), (3, 2022)",
        "CREATE TABLE hollow (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a int)",
        "CREATE TABLE django_migrations (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, app varchar(255)"
            + " NOT NULL, name varchar(255) NOT NULL)",
        "INSERT INTO django_migrations (app, name) VALUES ('auth', '0001_initial')",
        "CREATE TABLE audit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, what varchar(50))",
        "CREATE TABLE watched (id int NOT NULL PRIMARY KEY, a int)",
        "INSERT INTO watched VALUES (1, 1), (2, 2)",
        "CREATE TRIGGER watched_gone AFTER DELETE ON watched FOR EACH ROW INSERT INTO audit (what)"
            + " VALUES (CONCAT('gone ', OLD.id))",
        "CREATE TRIGGER watched_new AFTER INSERT ON watched FOR EACH ROW INSERT INTO audit (what)"
            + " VALUES (CONCAT('new ', NEW.id))",
        "CREATE VIEW shown AS SELECT id FROM parent",
        "CREATE TABLE devdata_ledger (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, what varchar(9))",
        "INSERT INTO devdata_ledger (what) VALUES ('made')");
  }

  /** Changes rows at random; each edit is another one on both families of servers. */
  public void edit(long seed, int edits) throws SQLException {
    Random random = new Random(seed);
    List<String> all =
        new ArrayList<>(
            List.of(
                "INSERT INTO parent (name, west) VALUES ('new', 'ñ')",
                "UPDATE parent SET bin = x'01', f = 7 WHERE id = 1",
                "DELETE FROM parent WHERE id = 2",
                "UPDATE child SET note = 'changed' WHERE id % 50 = 7",
                "DELETE FROM child WHERE id BETWEEN 500 AND 510",
                "INSERT INTO child (parent_id, note) VALUES (1, 'more')",
                "UPDATE text_key SET k = 'c' WHERE k = 'b'",
                "DELETE FROM text_key",
                "INSERT INTO two_keys VALUES (9, 'n', 9)",
                "UPDATE two_keys SET c = 5",
                "INSERT INTO keyless VALUES (1, 'x')",
                "DELETE FROM large_key WHERE id > 9223372036854775807 OR id = 5",
                "INSERT INTO large_key VALUES (9223372036854775807, 9)",
                "DELETE FROM keyless WHERE a IS NULL",
                "UPDATE loose SET a = 'three' WHERE id = 1",
                "INSERT INTO loose (a) VALUES ('four')",
                "DELETE FROM parts WHERE y = 2021",
                "INSERT INTO hollow (a) VALUES (1), (2)",
                "UPDATE watched SET a = 9 WHERE id = 1",
                "DELETE FROM watched WHERE id = 2",
                "UPDATE devdata_ledger SET what = 'other'",
                "UPDATE parent SET doc = '{\"b\": 2}' WHERE id = 3"));
    for (int i = 0; i < edits && !all.isEmpty(); i++) {
      database.run("SET SESSION foreign_key_checks = 0", all.remove(random.nextInt(all.size())));
    }
  }

  /** Moves the counter of each table that has one, and leaves its rows. */
  void moveCounters() throws SQLException {
    for (Map.Entry<String, String> counter : counters().entrySet()) {
      if (!counter.getValue().equals("0")) {
        database.run(
            "ALTER TABLE `%s` AUTO_INCREMENT = %d"
                .formatted(counter.getKey(), Long.parseLong(counter.getValue()) + 40));
      }
    }
  }

  /** What the server says of the rows of each table. */
  Map<String, String> state() throws SQLException {
    Map<String, String> state = new TreeMap<>();
    for (List<String> table :
        database.rows(
            "SELECT table_name, auto_increment FROM information_schema.tables WHERE table_schema ="
                + " DATABASE() AND table_type = 'BASE TABLE'")) {
      String name = table.get(0);
      if (name.equals(BesideNames.MARK)) {
        continue; // Not the site's own.
      }
      String sum = database.rows("CHECKSUM TABLE `" + name + "`").get(0).get(1);
      state.put(name, sum + " rows " + database.value("SELECT COUNT(*) FROM `" + name + "`"));
    }
    return state;
  }

  /** What each counter stands at. */
  Map<String, String> counters() throws SQLException {
    Map<String, String> counters = new TreeMap<>();
    try (Connection connection = database.connect()) {
      CatalogReader.read(connection, "test")
          .tables()
          .forEach((name, table) -> counters.put(name, String.valueOf(table.nextNumber())));
    }
    return counters;
  }
}
