package org.openedx.devdata.keep.snapshot.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.testing.DatabaseTest;

/** Databases whose structure is another one than that of a saved part. */
@DatabaseTest
class OtherStructureTest extends PartLab {

  @Test
  void everyDifferenceOfTheStructureIsNamed() throws SQLException, IOException {
    SavedPart saved = save(false).manifest().parts().get(0);
    assertThat(part(database).plan(saved, any -> true).differences()).isEmpty();
    database.run(
        "DROP TABLE hollow",
        "CREATE TABLE later (id int PRIMARY KEY)",
        "ALTER TABLE text_key MODIFY v datetime NOT NULL, ADD extra int",
        "ALTER TABLE two_keys DROP COLUMN c",
        "ALTER TABLE child DROP FOREIGN KEY child_self",
        "ALTER TABLE parent ADD UNIQUE (name)",
        "INSERT INTO django_migrations (app, name) VALUES ('auth', '0002_more')");

    assertThat(part(database).plan(saved, any -> true).differences())
        .containsExactlyInAnyOrder(
            "table hollow is not there",
            "table later was not saved",
            "table text_key: column v is datetime NOT NULL and was datetime(6) NOT NULL",
            "table text_key: column extra was not there",
            "table two_keys: column c is not there",
            "table child: foreign key [other_id] to child [id] is not there",
            "table parent: unique key [name] was not there",
            "migration auth.0002_more had not run");
  }

  @Test
  void whatFitsAnotherStructureIsTaken() throws SQLException, IOException {
    Snapshot snapshot = save(false);
    database.run(
        "DROP TABLE hollow",
        "ALTER TABLE text_key ADD extra int DEFAULT 5",
        "ALTER TABLE two_keys DROP COLUMN c",
        "DELETE FROM two_keys");

    part(database)
        .restore(
            new SavedCopy(snapshot.manifest().parts().get(0), snapshot.files()),
            any -> true,
            true,
            SnapshotListener.NONE);

    assertThat(database.rows("SELECT a, b FROM two_keys")).hasSize(3);
    assertThat(database.value("SELECT SUM(extra) FROM text_key")).isEqualTo("15");
  }

  @Test
  void aTriggerThatChangesRowsIsNamed() throws SQLException, IOException {
    Snapshot snapshot = save(false);
    database.run(
        "CREATE TRIGGER watched_other BEFORE INSERT ON watched FOR EACH ROW SET NEW.a = 77",
        "DELETE FROM watched");

    assertThatThrownBy(() -> restore(snapshot))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("triggers change rows")
        .hasMessageContaining("watched");
  }
}
