package org.openedx.devdata.xapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;

/** Statements are those of visits, one after the other in time. */
class VisitsTest {

  private static final World WORLD = Worlds.small(7);
  private static final int RANDOM = 60_000;

  private final MixModel model = new MixModel(WORLD, StatementMix.standard(), RANDOM, 2_000);

  private void visitAll(EveryStatement.Visitor visitor) {
    EveryStatement.of(model, visitor);
  }

  /** Of one session: whose it is, and when it began and ended. */
  private static final class Session {
    final long account;
    final int course;
    final long first;
    long last;
    int statements;

    Session(StatementData data) {
      account = data.accountLow;
      course = data.courseIndex;
      first = data.micros;
    }
  }

  @Test
  void aSessionIsOneVisitOfOneLearnerToOneCourse() {
    Map<UUID, Session> sessions = new HashMap<>();
    visitAll(
        (frame, data) -> {
          UUID id = new UUID(data.sessionHigh, data.sessionLow);
          Session session = sessions.computeIfAbsent(id, some -> new Session(data));
          assertThat(data.accountLow).isEqualTo(session.account);
          assertThat(data.courseIndex).isEqualTo(session.course);
          session.last = data.micros;
          session.statements++;
        });
    assertThat(sessions.values())
        .allMatch(session -> session.last - session.first < TimeUnit.HOURS.toMicros(12));
    long visits = sessions.values().stream().filter(session -> session.statements > 2).count();
    assertThat(visits).isBetween(RANDOM / 30L, RANDOM / 5L);
  }

  @Test
  void momentsAreOfMicroseconds() {
    int[] whole = new int[1];
    visitAll((frame, data) -> whole[0] += data.micros % 1_000 == 0 ? 1 : 0);
    assertThat(whole[0]).isLessThan(RANDOM / 200);
  }

  @Test
  void aBatchLiesInOneMonthOrInTwo() {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    Set<YearMonth> all = new HashSet<>();
    visitAll(
        (frame, data) -> {
          Instant moment = Instant.ofEpochSecond(data.micros / 1_000_000);
          YearMonth month = YearMonth.from(moment.atZone(ZoneOffset.UTC));
          months.computeIfAbsent(frame, some -> new HashSet<>()).add(month);
          all.add(month);
        });
    assertThat(all).hasSizeGreaterThan(10);
    assertThat(months).hasSizeGreaterThan(20);
    // The first may reach over the quiet weeks before the other runs start.
    assertThat(months.values().stream().filter(some -> some.size() > 2))
        .hasSizeLessThanOrEqualTo(1);
  }
}
