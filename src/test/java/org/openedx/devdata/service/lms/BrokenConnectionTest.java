package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.CommitInDoubtException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.LimitedProxy;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Loads whose connection breaks within any statement or answer. */
@DatabaseTest
class BrokenConnectionTest {

  private static final int USERS = 120;

  /** Breaks in all of a load, and in what it ends with. */
  private static final int BREAKS = Integer.getInteger("devdata.breaks", 4);

  private TestDatabase database;
  private SpecLab lab;

  private static String spec() {
    StringBuilder spec = new StringBuilder("users:\n");
    for (int i = 0; i < USERS; i++) {
      spec.append("- {username: learner_%d, groups: [g%d]}\n".formatted(i, i % 7));
    }
    return spec.toString();
  }

  private LimitedProxy proxy(LimitedProxy.Side side, long maximum) throws IOException {
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    return new LimitedProxy(server.getHost(), server.getPort(), side, maximum);
  }

  private Optional<RuntimeException> load(LimitedProxy proxy) throws Exception {
    TestDatabase behind =
        new TestDatabase(
            "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(proxy.port(), database.name()),
            database.user(),
            database.password(),
            database.name(),
            null,
            "",
            null);
    try {
      new SpecLab(behind, LmsService.lms()).load(spec());
      return Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.of(broken);
    }
  }

  private List<Long> counts() throws SQLException {
    List<Long> counts = new ArrayList<>();
    for (String table : List.of("auth_user", "auth_userprofile", "auth_user_groups")) {
      counts.add(Long.valueOf(database.value("SELECT COUNT(*) FROM " + table)));
    }
    return counts;
  }

  @ParameterizedTest
  @EnumSource
  void allIsThereOrNothing(LimitedProxy.Side side, TestDatabase fresh) throws Exception {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
    long all;
    try (LimitedProxy proxy = proxy(side, Long.MAX_VALUE)) {
      assertThat(load(proxy)).isEmpty();
      all = proxy.said();
    }
    List<Long> complete = counts();
    List<Long> none = List.of(0L, 0L, 0L);
    lab.reset(spec());
    assertThat(counts()).isEqualTo(none);

    int doubts = 0;
    for (long limit : limits(all)) {
      try (LimitedProxy proxy = proxy(side, limit)) {
        Optional<RuntimeException> failure = load(proxy);
        List<Long> now = counts();

        assertThat(now).as("after %d bytes", limit).isIn(none, complete);
        boolean inDoubt = failure.filter(CommitInDoubtException.class::isInstance).isPresent();
        if (now.equals(complete)) {
          assertThat(failure.isEmpty() || inDoubt)
              .as("after %d bytes: %s", limit, failure)
              .isTrue();
        }
        failure.ifPresent(
            broken ->
                assertThat(broken.getMessage())
                    .as("after %d bytes", limit)
                    .doesNotContain("Communications link", "Can not read", "No operations allowed")
                    .containsAnyOf("is the server up", "look before you run"));
        doubts += inDoubt ? 1 : 0;
        if (now.equals(complete)) {
          lab.reset(spec());
        }
      }
    }
    if (side == LimitedProxy.Side.SERVER) {
      assertThat(doubts).isPositive();
    }
  }

  private static List<Long> limits(long all) {
    List<Long> limits = new ArrayList<>();
    for (int i = 0; i < BREAKS; i++) {
      limits.add(all * (2 * i + 1) / (2 * BREAKS));
    }
    // What a load says last: the commit, what it sets back, the end.
    for (int i = 0; i < 2 * BREAKS; i++) {
      limits.add(all - 1 - 5L * i);
    }
    return limits;
  }
}
