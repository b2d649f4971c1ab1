package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.util.List;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.mysql.DiffSide;
import org.openedx.devdata.keep.diff.mysql.LiveSide;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.server.CopiedDatabase;
import org.openedx.devdata.keep.snapshot.server.CopyMoment;
import org.openedx.devdata.keep.snapshot.server.FileExchange;

/** MySQL databases that are saved as a copy of the embedded server's files. Stateless. */
final class MariaDbFilesParts implements PartType<CopiedDatabase> {

  @Override
  public String kind() {
    return CopiedDatabase.KIND;
  }

  @Override
  public Words words() {
    return Words.OF_TABLES;
  }

  @Override
  public List<CopiedDatabase> find(AskedStores asked) {
    if (!asked.saved() && !asked.copied()) {
      return List.of();
    }
    EmbeddedFiles engine = EmbeddedEngine.server(asked.site().session(), 0).files();
    FileExchange exchange =
        new FileExchange(
            engine, asked.site().whole() && asked.site().databases().embedded(asked.services()));
    return MySqlParts.databases(asked).stream()
        .map(database -> new CopiedDatabase(database, exchange))
        .toList();
  }

  @Override
  public Moment<CopiedDatabase> moment(List<CopiedDatabase> stores) {
    return CopyMoment.open(stores);
  }

  @Override
  public StoreDiff compare(SavedCopy before, CopiedDatabase now, Comparing how) throws IOException {
    try (SavedSides old = SavedSides.of(before, how);
        DiffSide live = LiveSide.open(now.settings())) {
      return MySqlParts.compare(before.part(), now.label(), old.side(), live, how);
    }
  }

  @Override
  public StoreDiff compare(SavedCopy before, SavedCopy after, Comparing how) throws IOException {
    return MySqlParts.compareSaved(before, after, how);
  }
}
