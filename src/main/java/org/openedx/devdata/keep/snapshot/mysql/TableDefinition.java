package org.openedx.devdata.keep.snapshot.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.table.Ddl;

/**
 * A table's definition as the server writes it: a line for each column and key.
 *
 * @param body columns, primary key and checks
 * @param keys definitions of secondary keys, as {@code ALTER TABLE … ADD} takes them
 * @param references definitions of foreign keys
 * @param options what stands after the list: engine, character set, partitions
 */
record TableDefinition(
    List<String> body, List<Key> keys, List<Key> references, List<String> options) {

  /**
   * A secondary or foreign key.
   *
   * @param name in back-quotes
   * @param line its definition
   */
  record Key(String name, String line) {

    /** The definition with another name. */
    String named(String other) {
      int at = line.indexOf(name);
      return line.substring(0, at) + Ddl.quote(other) + line.substring(at + name.length());
    }
  }

  private static final Pattern KEY = Pattern.compile("(?:UNIQUE )?KEY (`(?:[^`]|``)+`) .*");
  private static final Pattern OTHER_KEY = Pattern.compile("(?:FULLTEXT|SPATIAL|VECTOR) KEY .*");
  private static final Pattern REFERENCE =
      Pattern.compile("CONSTRAINT (`(?:[^`]|``)+`) FOREIGN KEY .*");
  private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=\\d+");

  static TableDefinition read(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW CREATE TABLE " + Ddl.quote(table))) {
      result.next();
      return parse(table, result.getString(2));
    }
  }

  private static TableDefinition parse(String table, String create) {
    TableDefinition definition =
        new TableDefinition(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    boolean within = true;
    for (String whole : create.substring(create.indexOf('\n') + 1).split("\n")) {
      within &= whole.startsWith("  ");
      String line = whole.strip().replaceFirst(",$", "");
      Matcher key = KEY.matcher(line);
      Matcher reference = REFERENCE.matcher(line);
      if (!within) {
        definition.options.add(COUNTER.matcher(line).replaceFirst(""));
      } else if (key.matches()) {
        definition.keys.add(new Key(key.group(1), line));
      } else if (reference.matches()) {
        definition.references.add(new Key(reference.group(1), line));
      } else {
        // MySQL names checks after their table, and renames them with it.
        definition.body.add(line.replace("`" + table + "_chk_", "`_chk_"));
      }
    }
    return definition;
  }

  /** Returns whether all secondary keys can be dropped and made again without a look at rows. */
  boolean hasOrdinaryKeys() {
    return body.stream().noneMatch(line -> OTHER_KEY.matcher(line).matches());
  }

  /** Returns whether it sets when the server makes statistics, or leaves that to the server. */
  boolean saysWhenStatisticsAreMade() {
    return options.stream().anyMatch(line -> line.contains("STATS_AUTO_RECALC="));
  }

  /** Returns whether both are the same but for foreign keys, and the order of keys. */
  boolean isLike(TableDefinition other) {
    return body.equals(other.body)
        && Set.copyOf(keys).equals(Set.copyOf(other.keys))
        && options.equals(other.options);
  }

  /** Its definition but for what differs between equal tables, for comparison. */
  Set<String> lines() {
    Set<String> lines = new TreeSet<>(body);
    keys.forEach(key -> lines.add(key.line()));
    references.forEach(key -> lines.add(key.line()));
    lines.addAll(options);
    return lines;
  }
}
