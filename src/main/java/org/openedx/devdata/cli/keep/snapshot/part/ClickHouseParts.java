package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.clickhouse.LiveSiteSide;
import org.openedx.devdata.keep.diff.clickhouse.SavedSiteSide;
import org.openedx.devdata.keep.diff.clickhouse.SiteComparison;
import org.openedx.devdata.keep.diff.clickhouse.SiteSide;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.clickhouse.ClickHousePart;
import org.openedx.devdata.keep.snapshot.clickhouse.SiteMoment;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.DictionaryReload;

/** The databases of Aspects in ClickHouse. Stateless. */
final class ClickHouseParts implements PartType<ClickHousePart> {

  /** Time for one statement: a large table is read, or its rows are hashed, as a whole. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Override
  public String kind() {
    return ClickHousePart.KIND;
  }

  @Override
  public Words words() {
    return Words.OF_TABLES;
  }

  @Override
  public List<ClickHousePart> find(AskedStores asked) {
    if (!asked.services().contains(AspectsNames.IDA)) {
      return List.of();
    }
    ConnectionSettings settings = asked.site().databases().aspects();
    AspectsConnection connection = AspectsConnection.of(settings);
    ClickHouseSettings patient = connection.settings().withTimeout(PATIENCE);
    try (ClickHouse server = ClickHouse.of(patient)) {
      AspectsNames names = connection.found(server);
      List<String> databases = new ArrayList<>(names.databases());
      databases.retainAll(
          server.rows("SELECT name FROM system.databases").stream()
              .map(row -> row.get(0))
              .toList());
      String missing = missing(names, databases);
      if (missing.isEmpty()) {
        return List.of(
            new ClickHousePart(
                AspectsNames.IDA,
                List.of(AspectsNames.IDA),
                settings,
                patient,
                databases,
                reached -> DictionaryReload.all(reached, names, progress -> {})));
      }
      if (asked.named()) {
        throw new SnapshotException(patient.label() + ": " + missing);
      }
      asked.site().session().note("left out: " + AspectsNames.IDA + ": " + missing);
      return List.of();
    }
  }

  /** The reason why there is nothing to save; empty when there is something. */
  private static String missing(AspectsNames names, List<String> databases) {
    if (databases.isEmpty()) {
      return "it has none of the databases " + String.join(", ", names.databases());
    }
    return names
        .cluster()
        .map(
            cluster ->
                "snapshots are of single servers, and its tables are spread over cluster "
                    + cluster)
        .orElse("");
  }

  @Override
  public Moment<ClickHousePart> moment(List<ClickHousePart> stores) {
    return SiteMoment.open(stores);
  }

  @Override
  public StoreDiff compare(SavedCopy before, ClickHousePart now, Comparing how) throws IOException {
    return compare(new SavedSiteSide(before), LiveSiteSide.open(now), how);
  }

  @Override
  public StoreDiff compare(SavedCopy before, SavedCopy after, Comparing how) throws IOException {
    return compare(new SavedSiteSide(before), new SavedSiteSide(after), how);
  }

  private static StoreDiff compare(SiteSide before, SiteSide after, Comparing how)
      throws IOException {
    try (before;
        after) {
      return new SiteComparison(before, after, how.items(), how.limit(), how.done()).run();
    }
  }
}
