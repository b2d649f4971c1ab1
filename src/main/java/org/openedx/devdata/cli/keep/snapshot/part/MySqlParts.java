package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.mysql.DatabaseComparison;
import org.openedx.devdata.keep.diff.mysql.DiffSide;
import org.openedx.devdata.keep.diff.mysql.LiveSide;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;
import org.openedx.devdata.keep.snapshot.mysql.DatabaseViews;
import org.openedx.devdata.plan.SqlService;

/** MySQL and MariaDB databases; one that services share is there once. Stateless. */
final class MySqlParts implements PartType<DatabasePart> {

  /** The server's number for a database that does not exist. */
  private static final int UNKNOWN_DATABASE = 1049;

  @Override
  public String kind() {
    return DatabasePart.KIND;
  }

  @Override
  public Words words() {
    return Words.OF_TABLES;
  }

  @Override
  public List<DatabasePart> find(AskedStores asked) {
    return asked.copied() ? List.of() : databases(asked);
  }

  static List<DatabasePart> databases(AskedStores asked) {
    Map<String, List<String>> sharing = new LinkedHashMap<>();
    Map<String, ConnectionSettings> byAddress = new LinkedHashMap<>();
    for (String ida : asked.services()) {
      if (asked.site().session().registry().sql(ida).isPresent()) {
        ConnectionSettings settings = settings(asked, ida);
        if (settings != null) {
          String address = MySqlUrl.masked(settings.url());
          byAddress.putIfAbsent(address, settings);
          sharing.computeIfAbsent(address, any -> new ArrayList<>()).add(ida);
        }
      }
    }
    List<DatabasePart> parts = new ArrayList<>();
    byAddress.forEach(
        (address, settings) ->
            parts.add(
                new DatabasePart(sharing.get(address).get(0), sharing.get(address), settings)));
    return parts;
  }

  /** Connection settings; null for a database that is not there and was not asked for by name. */
  private static ConnectionSettings settings(AskedStores asked, String ida) {
    try {
      ConnectionSettings settings = asked.site().databases().of(ida);
      if (!asked.named()) {
        MySqlDatabase.connect(settings).close();
      }
      return settings;
    } catch (ConfigurationException notConfigured) {
      if (asked.named()) {
        throw notConfigured;
      }
    } catch (DatabaseException e) {
      if (asked.named()
          || !(e.getCause() instanceof SQLException sql)
          || sql.getErrorCode() != UNKNOWN_DATABASE) {
        throw e;
      }
    } catch (SQLException gone) {
      throw new DatabaseException("the connection of " + ida + " failed: " + gone.getMessage());
    }
    asked
        .site()
        .session()
        .note("left out: the database of " + ida + ", which this target does not have");
    return null;
  }

  @Override
  public Moment<DatabasePart> moment(List<DatabasePart> stores) {
    return DatabaseViews.open(stores);
  }

  @Override
  public StoreDiff compare(SavedCopy before, DatabasePart now, Comparing how) throws IOException {
    try (SavedSides old = SavedSides.of(before, how);
        DiffSide live = LiveSide.open(now.settings())) {
      return compare(before.part(), now.label(), old.side(), live, how);
    }
  }

  @Override
  public StoreDiff compare(SavedCopy before, SavedCopy after, Comparing how) throws IOException {
    return compareSaved(before, after, how);
  }

  static StoreDiff compareSaved(SavedCopy before, SavedCopy after, Comparing how)
      throws IOException {
    try (SavedSides old = SavedSides.of(before, how);
        SavedSides later = SavedSides.of(after, how)) {
      return compare(before.part(), after.part().source(), old.side(), later.side(), how);
    }
  }

  static StoreDiff compare(
      SavedPart part, String label, DiffSide before, DiffSide after, Comparing how)
      throws IOException {
    List<TableSet> described =
        part.services().stream()
            .flatMap(ida -> how.session().registry().sql(ida).stream())
            .map(SqlService::tables)
            .toList();
    return new DatabaseComparison(before, after, described, how.items(), how.limit())
        .run(label, how.done());
  }
}
