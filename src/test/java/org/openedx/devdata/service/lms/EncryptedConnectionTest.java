package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.Flavour;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Loads by the driver's default, with TLS where there is TLS: the other tests do without. */
@DatabaseTest
class EncryptedConnectionTest {

  @Test
  void rowsGoThroughAnEncryptedConnection(TestDatabase database) throws Exception {
    new SpecLab(database, LmsService.lms()).withTables();
    // An account that the server sees for the first time sends its password.
    TestDatabase encrypted = database.withUser("ALL PRIVILEGES").encrypted();
    SpecLab lab = new SpecLab(encrypted, LmsService.lms());
    // As many as are written with LOAD DATA.
    String users =
        IntStream.range(0, 300)
            .mapToObj(i -> "- {username: u%d, name: Zoë %d}\n".formatted(i, i))
            .collect(Collectors.joining("", "users:\n", ""));

    lab.load(users);

    assertThat(lab.plan(users)).isEmpty();
    assertThat(database.value("SELECT COUNT(*) FROM auth_userprofile WHERE name = 'Zoë 299'"))
        .isEqualTo("1");
    if (database.flavour() == Flavour.MYSQL) {
      assertThat(encrypted.rows("SHOW STATUS LIKE 'Ssl_cipher'").get(0).get(1)).isNotEmpty();
    }
    assertThat(database.rows("SHOW STATUS LIKE 'Ssl_cipher'").get(0).get(1)).isEmpty();
  }
}
