package org.openedx.devdata.cli.keep;

import java.time.Instant;
import java.util.List;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.cli.report.json.OneLine;
import org.openedx.devdata.keep.ledger.LoadRecord;
import org.openedx.devdata.keep.ledger.SiteLedger;

/** The document of the ledgers of a target's databases. */
public record LedgerResult(
    @Meaning("the databases that have a ledger") List<DatabaseResult> databases) {

  /** The ledger of one database. */
  public record DatabaseResult(
      @Meaning("the address, without credentials and options") String database,
      @Meaning("specs and services whose rows it holds") List<SpecResult> specs) {}

  /** Rows of one spec's service. */
  public record SpecResult(
      @Meaning("name of the spec, or the end of its path") String spec,
      @Meaning("the service") String ida,
      @Meaning("run clock of the last load that changed what it says") Instant at,
      @Meaning("version of devdata of that load") String version,
      @Meaning("host that it ran on") String host,
      @Meaning("folder that the spec was in") String folder,
      @Meaning("rows by kind and table") List<RowsResult> rows) {

    static SpecResult of(LoadRecord load, SiteLedger ledger) {
      return new SpecResult(
          load.spec(),
          load.ida(),
          load.at(),
          load.version(),
          load.host(),
          load.folder(),
          ledger.holdings(load).stream()
              .map(one -> new RowsResult(one.kind(), one.table(), one.created(), one.adopted()))
              .toList());
    }
  }

  /** Rows of one kind and table. */
  @OneLine
  public record RowsResult(
      @Meaning("the kind of the records that they come from") String kind,
      @Meaning("their table") String table,
      @Meaning("rows that loads made") long created,
      @Meaning("rows that were there before") long adopted) {}
}
