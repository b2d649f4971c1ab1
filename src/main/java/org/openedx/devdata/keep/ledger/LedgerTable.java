package org.openedx.devdata.keep.ledger;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;

/**
 * The ledger in the table {@value #NAME} of the database that it is about, written in the
 * transaction of the rows. A part of number -1 and without table is the record of the last load.
 * Not thread-safe.
 */
final class LedgerTable implements LedgerStore {

  static final String NAME = "devdata_ledger";

  private static final int LOAD = -1;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS devdata_ledger (
        spec varchar(255) NOT NULL,
        ida varchar(32) NOT NULL,
        table_name varchar(64) NOT NULL,
        part int NOT NULL,
        format int NOT NULL,
        payload longblob NULL,
        host varchar(255) NULL,
        folder text NULL,
        version varchar(64) NULL,
        loaded_at datetime(6) NULL,
        PRIMARY KEY (spec, ida, table_name, part)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin""";

  private static final RowMapper<LedgerPart> PART =
      (rs, context) ->
          new LedgerPart(
              rs.getString("spec"),
              rs.getString("ida"),
              rs.getString("table_name"),
              rs.getInt("part"),
              rs.getBytes("payload"));

  private static final String CONTENTS =
      "SELECT spec, ida, table_name, COUNT(*) AS parts, MAX(format) AS format FROM devdata_ledger"
          + " GROUP BY spec, ida, table_name";

  private static final int NO_SUCH_TABLE = 1146;

  /** Place of parts; without a table that of the last load. */
  private record Place(String spec, String ida, String table) {}

  private record Content(Place place, int parts, int format) {}

  private final MySqlDatabase database;

  /** Numbers of parts: what is not here needs no question to the server. */
  private final Map<Place, Integer> contents = new HashMap<>();

  private LedgerTable(MySqlDatabase database) {
    this.database = database;
  }

  /** Makes the table in a database without one; commits. */
  static LedgerTable create(MySqlDatabase database) {
    database.handle().execute(CREATE);
    return new LedgerTable(database);
  }

  /**
   * The ledger of a database that has one.
   *
   * @throws DatabaseException when a later devdata wrote it, or the account may not read it
   */
  static Optional<LedgerTable> of(MySqlDatabase database) {
    LedgerTable ledger = new LedgerTable(database);
    List<Content> found;
    try {
      found = ledger.contents();
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && sql.getErrorCode() == NO_SUCH_TABLE) {
        return Optional.empty();
      }
      if (SqlFailures.isDenied(e)) {
        throw new DatabaseException(hidden(database, "grant the rights"), e);
      }
      throw e;
    }
    for (Content content : found) {
      if (content.format() > FORMAT) {
        throw new DatabaseException(
            "%s: the table %s was written by a later devdata (form %d, this one reads up to %d);"
                    .formatted(database.settings().label(), NAME, content.format(), FORMAT)
                + " use that version, or at least as new a one");
      }
      ledger.contents.put(content.place(), content.parts());
    }
    return Optional.of(ledger);
  }

  /** Returns whether the account may not read such a table, whether there is one or not. */
  static boolean isHidden(MySqlDatabase database) {
    try {
      database.handle().execute("SELECT 1 FROM devdata_ledger LIMIT 0");
      return false;
    } catch (UnableToExecuteStatementException e) {
      return SqlFailures.isDenied(e);
    }
  }

  /** The message about a table that the account may not read. */
  static String hidden(MySqlDatabase database, String remedy) {
    return "%s: this user may not read the table %s, so that it is not known what loads have made here; %s (SELECT, INSERT, UPDATE, DELETE), or keep the ledger in a file: --ledger FILE"
        .formatted(database.settings().label(), NAME, remedy);
  }

  private List<Content> contents() {
    return handle()
        .createQuery(CONTENTS)
        .map(
            (rs, context) ->
                new Content(
                    new Place(
                        rs.getString("spec"), rs.getString("ida"), rs.getString("table_name")),
                    rs.getInt("parts"),
                    rs.getInt("format")))
        .list();
  }

  private Handle handle() {
    return database.handle();
  }

  @Override
  public List<LoadRecord> loads() {
    return handle()
        .createQuery(
            "SELECT spec, ida, host, folder, version, loaded_at FROM devdata_ledger"
                + " WHERE part = :load ORDER BY spec, ida")
        .bind("load", LOAD)
        .map(
            (rs, context) ->
                new LoadRecord(
                    rs.getString("spec"),
                    rs.getString("ida"),
                    rs.getString("host"),
                    rs.getString("folder"),
                    rs.getString("version"),
                    rs.getObject("loaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .list();
  }

  @Override
  public Set<String> tables(String spec, String ida) {
    return contents.keySet().stream()
        .filter(place -> place.spec().equals(spec) && place.ida().equals(ida))
        .map(Place::table)
        .filter(table -> !table.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public int count(String spec, String ida, String table) {
    return contents.getOrDefault(new Place(spec, ida, table), 0);
  }

  @Override
  public List<LedgerPart> parts(String table) {
    if (contents.keySet().stream().noneMatch(place -> place.table().equals(table))) {
      return List.of();
    }
    return handle()
        .createQuery(
            "SELECT spec, ida, table_name, part, payload FROM devdata_ledger"
                + " WHERE table_name = :table AND part <> :load ORDER BY spec, ida, part")
        .bind("table", table)
        .bind("load", LOAD)
        .map(PART)
        .list();
  }

  @Override
  public List<LedgerPart> parts(String spec, String ida, String table) {
    if (count(spec, ida, table) == 0) {
      return List.of();
    }
    return handle()
        .createQuery(
            "SELECT spec, ida, table_name, part, payload FROM devdata_ledger"
                + " WHERE spec = :spec AND ida = :ida AND table_name = :table AND part <> :load"
                + " ORDER BY part")
        .bind("spec", spec)
        .bind("ida", ida)
        .bind("table", table)
        .bind("load", LOAD)
        .map(PART)
        .list();
  }

  @Override
  public void add(List<LedgerPart> parts) {
    if (parts.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle()
            .prepareBatch(
                "INSERT INTO devdata_ledger (spec, ida, table_name, part, format, payload)"
                    + " VALUES (:spec, :ida, :table, :part, :format, :payload)")) {
      for (LedgerPart part : parts) {
        batch
            .bind("spec", part.spec())
            .bind("ida", part.ida())
            .bind("table", part.table())
            .bind("part", part.part())
            .bind("format", FORMAT)
            .bind("payload", part.payload())
            .add();
        contents.merge(new Place(part.spec(), part.ida(), part.table()), 1, Integer::sum);
      }
      batch.execute();
    }
  }

  @Override
  public void remove(String spec, String ida, String table) {
    handle()
        .createUpdate(
            "DELETE FROM devdata_ledger"
                + " WHERE spec = :spec AND ida = :ida AND table_name = :table")
        .bind("spec", spec)
        .bind("ida", ida)
        .bind("table", table)
        .execute();
    contents.remove(new Place(spec, ida, table));
  }

  @Override
  public void loaded(LoadRecord load) {
    handle()
        .createUpdate(
            "REPLACE INTO devdata_ledger"
                + " (spec, ida, table_name, part, format, host, folder, version, loaded_at)"
                + " VALUES (:spec, :ida, '', :load, :format, :host, :folder, :version, :at)")
        .bind("spec", load.spec())
        .bind("ida", load.ida())
        .bind("load", LOAD)
        .bind("format", FORMAT)
        .bind("host", load.host())
        .bind("folder", load.folder())
        .bind("version", load.version())
        .bind("at", LocalDateTime.ofInstant(load.at(), ZoneOffset.UTC))
        .execute();
  }

  @Override
  public void forget(String spec, String ida) {
    handle()
        .createUpdate("DELETE FROM devdata_ledger WHERE spec = :spec AND ida = :ida")
        .bind("spec", spec)
        .bind("ida", ida)
        .execute();
    contents.keySet().removeIf(place -> place.spec().equals(spec) && place.ida().equals(ida));
  }

  @Override
  public void committed() {}
}
