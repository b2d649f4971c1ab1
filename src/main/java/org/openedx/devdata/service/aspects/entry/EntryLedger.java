package org.openedx.devdata.service.aspects.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ThisMachine;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;

/**
 * Ids of the rows that loads of an entry have inserted, in a table of the site beside its own: what
 * the entry no longer describes can go, and nothing else. An id is there before its row. Mutable,
 * not thread-safe.
 */
final class EntryLedger {

  static final String TABLE = "devdata_ledger";

  private static final List<String> COLUMNS = List.of("entry", "site_table", "moment", "id");

  private final ClickHouse server;
  private final AspectsNames names;
  private final String entry;
  private final InsertNames inserts;
  private boolean kept;

  /**
   * @param entry distinguishes it from all others
   * @param kept whether the site has the table
   */
  EntryLedger(
      ClickHouse server, AspectsNames names, String entry, boolean kept, InsertNames inserts) {
    this.server = server;
    this.names = names;
    this.entry = entry;
    this.kept = kept;
    this.inserts = inserts;
  }

  /**
   * The name of an entry: of two files of one name, on two machines or in two folders, neither can
   * know that it is the other.
   *
   * @param run seed and LMS
   */
  static String nameOf(String run, RunEntry entry) {
    Path file = Path.of(entry.spec().file()).toAbsolutePath().normalize();
    return "%s %s:%s".formatted(run, ThisMachine.name(), file);
  }

  private TableName table() {
    return names.eventSink(TABLE);
  }

  /** Returns whether rows are remembered. */
  boolean isKept() {
    return kept;
  }

  /** Makes the table when it is missing, unless the user may not. */
  void open(RunListener listener) {
    if (kept) {
      return;
    }
    String engine =
        (names.cluster().isPresent() ? "Replicated" : "") + "ReplacingMergeTree"; // Repeats merge.
    try {
      server.run(
          "CREATE TABLE IF NOT EXISTS %s%s (entry String, site_table String, moment DateTime64(6, 'UTC'), id UUID) ENGINE = %s ORDER BY (entry, site_table, moment, id)"
              .formatted(table().quoted(), names.onCluster(), engine));
      kept = true;
    } catch (ClickHouseException e) {
      if (!e.isDenied()) {
        throw e;
      }
      listener.warning(
          "this user may not create the table %s, so the load is not remembered, and a changed spec will leave its old statements; grant CREATE TABLE, or create it as another user"
              .formatted(table()));
    }
  }

  /** Remembers rows that are about to be inserted. */
  void note(TableName of, List<Row> rows) {
    if (!kept || rows.isEmpty()) {
      return;
    }
    RowBinaryBuffer bytes = new RowBinaryBuffer(rows.size() * 192);
    for (Row row : rows) {
      bytes.string(entry).string(of.table()).int64(row.micros()).uuid(row.high(), row.low());
    }
    server.insert(
        table(),
        COLUMNS,
        out -> out.write(bytes.array(), 0, bytes.length()),
        rows.size(),
        inserts.next(),
        Map.of());
  }

  private String condition(TableName of) {
    return "entry = %s AND site_table = %s"
        .formatted(TableName.literal(entry), TableName.literal(of.table()));
  }

  /** Months of which there are rows of a table, as {@code toYYYYMM} counts them. */
  Set<Integer> months(TableName of) {
    return server
        .rows(
            "SELECT DISTINCT toYYYYMM(moment) FROM %s WHERE %s"
                .formatted(table().quoted(), condition(of)))
        .stream()
        .map(row -> Integer.valueOf(row.get(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids of a table in a month that are not among those that are described. */
  List<UUID> besides(TableName of, int month, DescribedRows described) {
    String within =
        "FROM %s WHERE %s AND %s"
            .formatted(table().quoted(), condition(of), Stretch.ofMonth(month).contains("moment"));
    List<String> sum =
        server
            .rows(
                "SELECT count(), sumWithOverflow(xxHash64(toString(id))) FROM (SELECT DISTINCT id %s)"
                    .formatted(within))
            .get(0);
    if (described.isLike(Long.parseLong(sum.get(0)), Long.parseUnsignedLong(sum.get(1)))) {
      return List.of();
    }
    List<UUID> besides = new ArrayList<>();
    SiteTable.stream(
        server,
        "SELECT DISTINCT toString(id) " + within,
        row -> {
          UUID id = UUID.fromString((String) row.get(0));
          if (!described.has(id)) {
            besides.add(id);
          }
        });
    return besides;
  }

  /** The condition that other entries have not inserted a row, too. */
  String notOfOthers(TableName of, String column, Stretch stretch) {
    return " AND %s NOT IN (SELECT id FROM %s WHERE entry != %s AND site_table = %s AND %s)"
        .formatted(
            column,
            table().quoted(),
            TableName.literal(entry),
            TableName.literal(of.table()),
            stretch.contains("moment"));
  }

  /** Forgets rows of a table, which have gone. */
  void forget(TableName of, Stretch stretch, Collection<UUID> ids) {
    server.run(
        "DELETE FROM %s%s WHERE %s AND %s AND id IN %s"
            .formatted(
                table().quoted(),
                names.onCluster(),
                condition(of),
                stretch.contains("moment"),
                SiteTable.list(ids)),
        SiteTable.LONG_STATEMENTS);
  }

  /** Forgets all rows of the entry. */
  void forget() {
    if (kept) {
      server.run(
          "DELETE FROM %s%s WHERE entry = %s"
              .formatted(table().quoted(), names.onCluster(), TableName.literal(entry)));
    }
  }
}
