package org.openedx.devdata.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.schema.LiveTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Ddl;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/**
 * Gives a database of the embedded server the tables of a service, the rows that its migrations
 * make, and the marks of a migrated Django. Does what is missing; when nothing is, that costs one
 * query. Immutable.
 *
 * @param tables the service's tables
 * @param migrations rows of {@code django_migrations}, app to name
 */
public record EmbeddedSchema(TableSet tables, Map<String, String> migrations) {

  /** Moment of migrations and of the rows that they make: any, but always the same. */
  private static final LocalDateTime MIGRATED =
      ColumnValues.utc(Instant.parse("2026-01-01T00:00:00Z"));

  private static final String TABLE_OPTIONS =
      " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci";

  /**
   * Makes the database if need be, and in it what is missing.
   *
   * @param server an account that may do so, its URL without a database
   * @return whether anything was missing
   */
  public boolean ensure(ConnectionSettings server, String database) {
    try (MySqlDatabase connection = MySqlDatabase.open(server)) {
      Handle handle = connection.handle();
      handle.execute(
          "CREATE DATABASE IF NOT EXISTS "
              + Ddl.quote(database)
              + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
      handle.execute("USE " + Ddl.quote(database));
      handle.execute(
          "CREATE TABLE IF NOT EXISTS devdata_layout (fingerprint char(64) PRIMARY KEY)"
              + TABLE_OPTIONS);
      String fingerprint = fingerprint();
      if (isDone(handle, fingerprint)) {
        return false;
      }
      String lock = "devdata-layout:" + database;
      handle.createQuery("SELECT GET_LOCK(?, 120)").bind(0, lock).mapTo(Integer.class).one();
      connection.rollback();
      if (!isDone(handle, fingerprint)) {
        create(handle);
        handle.execute("INSERT INTO devdata_layout VALUES (?)", fingerprint);
        connection.commit();
      }
      return true;
    } catch (RuntimeException e) {
      throw SqlFailures.explain("cannot set up the embedded database " + database, e);
    }
  }

  private static boolean isDone(Handle handle, String fingerprint) {
    return handle
            .createQuery("SELECT COUNT(*) FROM devdata_layout WHERE fingerprint = ?")
            .bind(0, fingerprint)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private void create(Handle handle) {
    handle.execute(
        "CREATE TABLE IF NOT EXISTS django_migrations (id int NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " app varchar(255) NOT NULL, name varchar(255) NOT NULL, applied datetime(6) NOT"
            + " NULL)"
            + TABLE_OPTIONS);
    LiveSchema live = LiveSchema.read(handle, Map.of());
    for (Table table : tables.all()) {
      if (live.has(table.name())) {
        addColumns(handle, table, live.table(table.name()));
      } else {
        handle.execute(Ddl.create(table, tables));
      }
      table.details().rows().forEach(row -> insertUnlessThere(handle, table, row));
    }
    migrations.forEach((app, name) -> migrated(handle, app, name));
  }

  /** Data made by an older devdata stays: its tables get the columns that came later. */
  private static void addColumns(Handle handle, Table table, LiveTable live) {
    for (Column column : table.columns()) {
      if (live.find(column) == null) {
        handle.execute(
            "ALTER TABLE " + Ddl.quote(table.name()) + " ADD COLUMN " + Ddl.column(column));
      }
    }
  }

  private static void insertUnlessThere(Handle handle, Table table, Map<String, Object> row) {
    List<String> key =
        table.naturalKey().isEmpty() ? List.of(table.primaryKey().name()) : table.naturalKey();
    String where =
        key.stream().map(name -> Ddl.quote(name) + " = ?").collect(Collectors.joining(" AND "));
    String from = " FROM " + Ddl.quote(table.name()) + " WHERE " + where;
    var query = handle.createQuery("SELECT COUNT(*)" + from);
    for (int i = 0; i < key.size(); i++) {
      query.bind(i, row.get(key.get(i)));
    }
    if (query.mapTo(Integer.class).one() == 0) {
      insert(handle, table, row);
    }
  }

  private static void insert(Handle handle, Table table, Map<String, Object> row) {
    List<String> columns = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Column column : table.columns()) {
      Object value =
          row.containsKey(column.name())
              ? row.get(column.name())
              : ColumnValues.defaultOf(column, MIGRATED.toInstant(java.time.ZoneOffset.UTC));
      if (value != null) {
        columns.add(Ddl.quote(column.name()));
        values.add(value);
      }
    }
    Update update =
        handle.createUpdate(
            "INSERT INTO "
                + Ddl.quote(table.name())
                + columns.stream().collect(Collectors.joining(", ", " (", ")"))
                + columns.stream()
                    .map(any -> "?")
                    .collect(Collectors.joining(", ", " VALUES (", ")")));
    for (int i = 0; i < values.size(); i++) {
      update.bind(i, values.get(i));
    }
    update.execute();
  }

  private static void migrated(Handle handle, String app, String name) {
    handle.execute(
        "INSERT INTO django_migrations (app, name, applied) SELECT ?, ?, ? FROM DUAL WHERE NOT"
            + " EXISTS (SELECT 1 FROM django_migrations WHERE app = ? AND name = ?)",
        app,
        name,
        MIGRATED,
        app,
        name);
  }

  private String fingerprint() {
    StringBuilder all = new StringBuilder();
    for (Table table : tables.all()) {
      all.append(Ddl.create(table, tables)).append(table.details().rows()).append('\n');
    }
    all.append(migrations);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
