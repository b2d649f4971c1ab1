package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.snapshot.Manifest;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;
import org.openedx.devdata.keep.snapshot.UnfinishedSnapshot;
import org.openedx.devdata.testing.TestDatabase;

/** A small site in a database, and its part of a snapshot. */
abstract class PartLab {

  @TempDir Path folder;
  TestDatabase database;
  OddSite site;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    site = new OddSite(fresh);
    site.make();
  }

  static DatabasePart part(TestDatabase database) {
    return new DatabasePart(
        "lms",
        List.of("lms"),
        new ConnectionSettings(
            "test", "lms", database.jdbcUrl(), database.user(), database.password()));
  }

  Snapshot save(boolean archive) throws IOException {
    Path destination = folder.resolve("before" + (archive ? ".tar" : ""));
    try (UnfinishedSnapshot unfinished = UnfinishedSnapshot.begin(destination)) {
      Path files = Files.createDirectories(unfinished.folder().resolve("lms"));
      SavedPart saved = part(database).save(files, any -> true, SnapshotListener.NONE);
      return unfinished.complete(
          new Manifest(1, "before", "2026-11-30T12:00:00Z", "test", "test", List.of(saved)));
    }
  }

  RestoreOutcome restore(Snapshot snapshot) throws IOException {
    return part(database)
        .restore(
            new SavedCopy(snapshot.manifest().parts().get(0), snapshot.files()),
            any -> true,
            false,
            SnapshotListener.NONE);
  }
}
