package org.openedx.devdata.embedded.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.embedded.CacheFolder;
import org.openedx.devdata.embedded.Lease;
import org.openedx.devdata.embedded.LeaseHolder;
import org.openedx.devdata.embedded.LockOwner;
import org.openedx.devdata.embedded.Ports;
import org.openedx.devdata.embedded.ServerEndpoint;
import org.openedx.devdata.embedded.ServerStatus;
import org.openedx.devdata.embedded.StopResult;
import org.openedx.devdata.testing.ClockSteps;

/** A command that is killed with kill -9 while it starts or stops MariaDB, on the real server. */
@Tag("database")
@Tag("once")
class KilledMidwayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CacheFolder CACHE =
      CacheFolder.choose(System.getenv(), Path.of(System.getProperty("user.home")));

  /** Set up once: most of these are about servers whose data is there. */
  @TempDir private static Path shared;

  @TempDir private Path empty;

  private Path folder;

  /** What is there when the command dies, in the order of a first start. */
  private enum Moment {
    SETTING_UP(home -> Files.exists(home.unfinishedData().resolve("mysql"))),
    PASSWORD(home -> Files.exists(home.password())),
    STARTING(home -> !ServerProcess.on(home.data()).isEmpty()),
    LISTENING(home -> port(home).stream().anyMatch(Ports::greets)),
    USED(home -> hasUser(home));

    private final Predicate<MariaDbHome> there;

    Moment(Predicate<MariaDbHome> there) {
      this.there = there;
    }

    private boolean isOfAFirstStart() {
      return compareTo(STARTING) < 0;
    }

    private static OptionalInt port(MariaDbHome home) {
      return ServerProcess.on(home.data()).stream()
          .findFirst()
          .map(ServerProcess::port)
          .orElse(OptionalInt.empty());
    }

    private static boolean hasUser(MariaDbHome home) {
      String[] files = home.users().toFile().list();
      return files != null && files.length > 0;
    }
  }

  /** What has gone when the command dies, in the order of a stop. */
  private enum StopMoment {
    ASKED(home -> true),
    LEFT(home -> !Moment.hasUser(home)),
    ENDED(home -> ServerProcess.on(home.data()).isEmpty());

    private final Predicate<MariaDbHome> reached;

    StopMoment(Predicate<MariaDbHome> reached) {
      this.reached = reached;
    }
  }

  @BeforeEach
  void chooseFolder() {
    folder = shared;
  }

  private MariaDbHome home() {
    return new MariaDbHome(folder.resolve("db"));
  }

  private EmbeddedMariaDb server() {
    return new EmbeddedMariaDb(home().folder(), CACHE, 0, message -> {});
  }

  /** Nothing of a test may outlive it, whatever came of it. */
  @AfterEach
  void endAll() {
    ServerProcess.on(home().data()).forEach(ServerProcess::stop);
    ServerProcess.on(home().unfinishedData()).forEach(ServerProcess::stop);
  }

  private void killHolderWhen(Moment moment) throws Exception {
    folder = moment.isOfAFirstStart() ? empty : shared;
    try (LeaseHolder.Running holder = LeaseHolder.Running.start(home().folder(), CACHE)) {
      assertThat(Waiting.until(PATIENCE, () -> moment.there.test(home()))).isTrue();
      holder.kill();
    }
  }

  private void theNextCommandWorksAndNothingIsLeft() throws Exception {
    try (Lease lease = server().lease()) {
      assertThat(one(lease)).isEqualTo("1");
      assertThat(ServerProcess.on(home().data())).hasSize(1);
      assertThat(server().status().running().orElseThrow().users()).isEqualTo(1);
    }
    assertThat(server().status().running()).isEmpty();
    assertThat(ServerProcess.on(home().data())).isEmpty();
    assertThat(ServerProcess.on(home().unfinishedData())).isEmpty();
  }

  private static String one(Lease lease) throws Exception {
    ServerEndpoint endpoint = lease.endpoint();
    try (Connection connection =
            DriverManager.getConnection(
                endpoint.jdbcUrl("mysql"), endpoint.user(), endpoint.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void startThatIsKilledIsCompletedByTheNextCommand(Moment moment) throws Exception {
    killHolderWhen(moment);
    theNextCommandWorksAndNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTING", "USED"})
  void stopEndsTheServerOfAKilledCommand(Moment moment) throws Exception {
    killHolderWhen(moment);
    assertThat(server().status().running()).isPresent();
    assertThat(server().stop()).isEqualTo(StopResult.STOPPED);
    assertThat(ServerProcess.on(home().data())).isEmpty();
    assertThat(server().stop()).isEqualTo(StopResult.NOT_RUNNING);
  }

  @ParameterizedTest
  @EnumSource
  void stopThatIsKilledIsCompletedByTheNextCommand(StopMoment moment) throws Exception {
    try (LeaseHolder.Running holder = LeaseHolder.Running.start(home().folder(), CACHE)) {
      holder.port();
      holder.process().getOutputStream().close();
      assertThat(Waiting.until(PATIENCE, () -> moment.reached.test(home()))).isTrue();
      holder.kill();
    }
    theNextCommandWorksAndNothingIsLeft();
  }

  /** Neither a server that runs is taken for none, nor another process for the server. */
  @Test
  void clockThatWasSetChangesNothing() throws Exception {
    Process other = new ProcessBuilder("sleep", "120").start();
    try (Lease first = server().lease()) {
      ServerState state = ServerState.read(home().state()).orElseThrow();
      for (long step : ClockSteps.SECONDS) {
        new ServerState(state.pid(), state.started().plusSeconds(step), state.port(), false)
            .write(home().state());
        ClockSteps.age(home().folder(), step);
        try (Lease second = server().lease()) {
          assertThat(second.endpoint()).isEqualTo(first.endpoint());
        }
        ServerStatus.Running running = server().status().running().orElseThrow();
        assertThat(running.pid()).as("%d s", step).isEqualTo(state.pid());
        assertThat(Duration.between(running.since(), Instant.now()))
            .isBetween(Duration.ofSeconds(-2), PATIENCE);
        Instant started = new ServerProcess(other.toHandle()).started().plusSeconds(step);
        new ServerState(other.pid(), started, state.port(), false).write(home().state());
        assertThat(server().status().running().orElseThrow().pid()).isEqualTo(state.pid());
      }
    } finally {
      other.destroy();
    }
    for (long step : ClockSteps.SECONDS) {
      ClockSteps.age(home().folder(), step);
      assertThat(server().status().running()).as("%d s", step).isEmpty();
      assertThat(server().stop()).isEqualTo(StopResult.NOT_RUNNING);
    }
  }

  @Test
  void numberOfAnotherProcessIsNotTakenForTheServer() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(home().folder());
      new ServerState(other.pid(), new ServerProcess(other.toHandle()).started(), 1, false)
          .write(home().state());
      theNextCommandWorksAndNothingIsLeft();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  void lockNamesItsOwner() throws Exception {
    try (LeaseHolder.Running holder = LeaseHolder.Running.start(home().folder(), CACHE)) {
      holder.port();
      assertThat(LockOwner.read(home().lock()))
          .startsWith("process " + holder.process().pid() + " on ");
    }
  }
}
