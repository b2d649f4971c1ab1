package org.openedx.devdata.keep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Ledgers that cannot be read, or not be made in the database. */
@DatabaseTest
class LedgerPlaceTest extends LedgerLab {

  @Test
  void aLedgerOfALaterVersionIsRefused() throws SQLException {
    lab("one").load(ANNA);
    database.run("UPDATE devdata_ledger SET format = 2 WHERE part = 0");

    assertThatThrownBy(() -> lab("one").load(BEN))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("was written by a later devdata (form 2, this one reads up to 1)");
    assertThat(count("auth_user")).isEqualTo("1");
  }

  @Test
  void withoutTheRightToCreateATableALoadWarnsAndAFileDoes(@TempDir Path folder)
      throws SQLException {
    TestDatabase limited = database.withUser("SELECT, INSERT, UPDATE, DELETE");
    SpecLab lab =
        new SpecLab(limited, LMS)
            .withLedgers(new SpecLedgers(origin("one", "host"), Optional.empty()));

    assertThat(lab.load(ANNA)).isNotEmpty();
    assertThat(lab.notes()).hasSize(1);
    assertThat(lab.reset(ANNA)).isEmpty();
    lab.removing(ADOPTED).reset(ANNA);
    assertThat(left()).isEmpty();

    Path file = folder.resolve("ledger.json");
    SpecLab filed =
        new SpecLab(limited, LMS)
            .withLedgers(new SpecLedgers(origin("one", "host"), Optional.of(file)));
    filed.load(ANNA);
    assertThat(filed.notes()).isEmpty();
    assertThat(file).exists();
    new SpecLab(limited, LMS)
        .withLedgers(new SpecLedgers(origin("one", "host"), Optional.of(file)))
        .removing(PRUNE)
        .reset(ANNA);
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileThatIsNoLedgerIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ledger.json");
    Files.writeString(file, "{\"format\": 7}");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("later devdata (form 7");
    Files.writeString(file, "[1,");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("cannot be read");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> LedgerFile.read(file)).hasMessageContaining("is no ledger");
  }
}
