package org.openedx.devdata.cli.keep.snapshot;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.CommandLab;
import org.openedx.devdata.testing.TestDatabase;

/** A small database and the commands that save it. */
abstract class SnapshotLab {

  @TempDir Path folder;
  TestDatabase database;
  CommandLab lab;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new CommandLab(folder).database("lms", fresh);
    fresh.run(
        "CREATE TABLE fruit (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20))",
        "CREATE TABLE other (id int NOT NULL PRIMARY KEY)",
        "INSERT INTO fruit (name) VALUES ('apple'), ('pear')",
        "INSERT INTO other VALUES (1)",
        "CREATE VIEW shown AS SELECT id FROM fruit");
  }

  CommandLab.Result run(String... arguments) {
    return lab.run(arguments);
  }

  CommandLab.Result save(String... more) {
    return run(
        Stream.concat(Stream.of("snapshot", "save", "first", "--only", "lms"), Stream.of(more))
            .toArray(String[]::new));
  }
}
