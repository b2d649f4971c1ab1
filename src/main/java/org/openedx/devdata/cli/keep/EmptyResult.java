package org.openedx.devdata.cli.keep;

import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.keep.empty.EmptyPlan;
import org.openedx.devdata.keep.empty.EmptyTable;
import org.openedx.devdata.service.aspects.derived.AspectsEmptying;

/** Rows that {@code empty} removed, or would remove. */
record EmptyResult(
    @Meaning("the target") String target,
    @Meaning("whether nothing was removed, as `--dry-run` asks") boolean dryRun,
    @Meaning("the databases") List<EmptiedDatabase> databases,
    @Meaning("stores of the site that the command does not cover, such as `MongoDB`")
        List<String> notCovered) {

  /** Stores that the command cannot reach: courses' content and, in old releases, the forum. */
  static final List<String> NOT_COVERED = List.of("MongoDB");

  /** A database. */
  record EmptiedDatabase(
      @Meaning("its name on its server") String database,
      @Meaning("the services that have it") List<String> services,
      @Meaning("number of rows that go") long removed,
      @Meaning("number of rows that stay") long kept,
      @Meaning("tables that lose rows, in the order in which they do") List<EmptiedTable> tables,
      @Meaning("names of tables that lose rows and that no keep-list knows") List<String> unknown,
      @Meaning("references of rows that stay to rows that go: they become NULL")
          List<ClearedReference> cleared,
      @Meaning("texts: tables that stay otherwise than their keep-list says") List<String> notes) {}

  /** A table. */
  record EmptiedTable(
      @Meaning("its name") String table,
      @Meaning("number of rows that go") long removed,
      @Meaning("number of rows that stay") long kept) {}

  /** References that become NULL. */
  record ClearedReference(
      @Meaning("the table that refers") String table,
      @Meaning("its columns") List<String> columns,
      @Meaning("number of rows") long rows) {}

  static EmptiedDatabase of(SiteDatabases.SiteDatabase database, EmptyPlan plan) {
    return new EmptiedDatabase(
        database.name(),
        database.services(),
        plan.removed(),
        plan.kept(),
        plan.tables().stream()
            .filter(table -> table.removed() > 0)
            .map(table -> new EmptiedTable(table.table().name(), table.removed(), table.kept()))
            .toList(),
        plan.tables().stream()
            .filter(table -> table.removed() > 0)
            .filter(table -> table.listing() == EmptyTable.Listing.UNKNOWN)
            .map(table -> table.table().name())
            .toList(),
        plan.tables().stream()
            .flatMap(
                table ->
                    table.cleared().stream()
                        .map(
                            one ->
                                new ClearedReference(
                                    table.table().name(), one.reference().columns(), one.rows())))
            .toList(),
        plan.notes());
  }

  static EmptiedDatabase of(String service, AspectsEmptying plan) {
    return new EmptiedDatabase(
        service,
        List.of(service),
        plan.removed(),
        plan.kept(),
        plan.tables().stream()
            .filter(part -> part.removed() > 0)
            .map(part -> new EmptiedTable(part.name().toString(), part.removed(), 0))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  long removed() {
    return databases.stream().mapToLong(EmptiedDatabase::removed).sum();
  }
}
