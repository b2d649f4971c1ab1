package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.PlatformKeys;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Exports a test's database, and loads what comes out again. */
final class ExportLab {

  /** Everything, as the command has it without options. */
  static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Set.of(), true, false, true);

  /** Seed of the loads of {@link SpecLab}. */
  private static final long SEED = 42;

  private final SqlService service;
  private final TestDatabase database;
  private final Path folder;
  private int pageSize = 3;

  ExportLab(SqlService service, TestDatabase database, Path folder) {
    this.service = service;
    this.database = database;
    this.folder = folder;
  }

  ExportLab inPagesOf(int rows) {
    this.pageSize = rows;
    return this;
  }

  /** Exports with the seed of the loads, at a later time. */
  ExportResult export(Selection selection) {
    return new ServiceExport(
            service, PlatformKeys.parsers(), selection, SpecLab.NOW.plusSeconds(1_000), SEED)
        .inPagesOf(pageSize)
        .write(
            new ConnectionSettings(
                "test",
                service.descriptor().ida(),
                database.jdbcUrl(),
                database.user(),
                database.password()),
            folder);
  }

  /** The folder that exports go to. */
  Path folder() {
    return folder;
  }

  /** The text of the only file. */
  String text(ExportResult result) throws IOException {
    return result.files().isEmpty() ? "" : Files.readString(folder.resolve(result.files().get(0)));
  }

  /** A lab for the same service in another database of the same test, with tables. */
  SpecLab lab(TestDatabase other) throws SQLException {
    return new SpecLab(other, service).withTables();
  }

  /** Another moment than that of the first load. */
  static final Instant LATER = SpecLab.NOW.plusSeconds(86_400);

  /**
   * Loads a spec, exports, and loads what comes out: into the same database, where nothing is left
   * to do, and into the empty one, from which the same export comes.
   *
   * @return the first export
   */
  ExportResult thereAndBack(SpecLab lab, String spec) throws Exception {
    lab.load(spec);
    ExportResult first = export(ALL);
    String exported = text(first);
    assertThat(lab.plan(exported)).as(exported).isEmpty();
    assertThat(lab.plan(spec)).isEmpty();
    assertThat(first.refused()).isEmpty();
    assertThat(first.made()).isEmpty();

    Map<String, List<List<String>>> rows = rows(first);
    empty();
    lab.loadAt(LATER, exported);
    assertThat(text(export(ALL))).isEqualTo(exported);
    rows(first)
        .forEach(
            (table, all) ->
                assertThat(all).as(table).containsExactlyInAnyOrderElementsOf(rows.get(table)));
    return first;
  }

  /** All that is not a key and that the export does not list as lost, in no order. */
  private Map<String, List<List<String>>> rows(ExportResult exported) throws SQLException {
    Set<String> lost = new HashSet<>();
    exported.columns().forEach(one -> lost.add(one.table() + "." + one.column()));
    exported.left().forEach(one -> lost.add(one.table()));
    Map<String, List<List<String>>> rows = new TreeMap<>();
    for (Table table : service.tables().all()) {
      String columns =
          table.columns().stream()
              .filter(column -> column != table.primaryKey() || !column.auto())
              .map(Column::name)
              .filter(name -> !name.equals("history_id") && !lost.contains(table + "." + name))
              .filter(name -> service.tables().referenced(table, name) == null)
              .filter(name -> !table.primaryKey().name().equals("history_id") || !name.equals("id"))
              .filter(name -> !List.of("student_module_id", "user_id").contains(name))
              .map(name -> "`" + name + "`")
              .collect(Collectors.joining(", "));
      if (!lost.contains(table.name()) && !columns.isEmpty()) {
        List<List<String>> all =
            new ArrayList<>(database.rows("SELECT %s FROM %s".formatted(columns, table)));
        all.sort(Comparator.comparing(List::toString));
        rows.put(table.name(), all);
      }
    }
    return rows;
  }

  /** Removes all rows but those of migrations. */
  void empty() throws SQLException {
    List<String> statements = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0"));
    for (Table table : service.tables().all()) {
      if (!table.details().lookupOnly()) {
        statements.add("DELETE FROM " + table);
      }
    }
    database.run(statements.toArray(String[]::new));
  }
}
