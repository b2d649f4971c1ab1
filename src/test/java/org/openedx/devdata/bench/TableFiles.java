package org.openedx.devdata.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Tables as ready-made files for {@code LOAD DATA LOCAL}: what whole runs are measured against.
 *
 * @param tables parents before children
 * @param folder of the files
 */
public record TableFiles(List<String> tables, Path folder) {

  /** Writes the rows of all tables. */
  public void export(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(Integer.MIN_VALUE);
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + Ddl.quote(table));
            OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file(table)), 1 << 16)) {
          write(rows, out);
        }
      }
    }
  }

  private static void write(ResultSet rows, OutputStream out) throws Exception {
    int width = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringBuilder line = new StringBuilder();
      for (int column = 1; column <= width; column++) {
        String value = rows.getString(column);
        line.append(column == 1 ? "" : "\t").append(value == null ? "\\N" : escaped(value));
      }
      out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  /** Loads all files in one transaction, in order, as a dump would be. */
  public void load(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : tables) {
        try (InputStream in = Files.newInputStream(file(table))) {
          statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(in);
          statement.execute(
              "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
                  + Ddl.quote(table)
                  + " CHARACTER SET utf8mb4");
        }
      }
      connection.commit();
    }
  }

  /** Takes all rows away. */
  public void empty(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (String table : tables) {
        statement.execute("TRUNCATE TABLE " + Ddl.quote(table));
      }
    }
  }

  private Path file(String table) {
    return folder.resolve(table + ".tsv");
  }
}
