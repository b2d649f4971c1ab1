package org.openedx.devdata.cli.state;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.InvalidKeyException;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.client.UserStates;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands of {@code devdata state}. Filled in by picocli. */
final class StateArguments {

  private static final String IDA = LmsService.IDENTITY.ida();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  @Option(
      names = "--history-tables",
      paramLabel = "TABLES",
      defaultValue = "auto",
      description =
          "Which tables keep versions: both (written to the extended one), extended, original,"
              + " unread; auto (default): both where there is an extended one.")
  private HistoryTables historyTables = HistoryTables.AUTO;

  @Option(
      names = "--history-database",
      paramLabel = "NAME",
      description =
          "Database of the extended table, on the same server, such as edxapp_csmh in devstack."
              + " Otherwise that of the target, or DEVDATA_LMS_HISTORY_DATABASE.")
  private String historyDatabase;

  /** Something to do with a client. */
  @FunctionalInterface
  interface Work {
    int with(UserStateClient client);
  }

  /** Opens the client of the target's LMS for some work. */
  int run(Session session, Work work) {
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      ConnectionSettings lms = databases.of(IDA);
      try (UserStateClient client =
          UserStates.mysql(
              session.registry().sql(IDA).orElseThrow().tables(),
              lms,
              history(lms),
              historyTables.settings(),
              session.surroundings().clock()::get)) {
        int code = work.with(client);
        session.surroundings().out().flush();
        return code;
      }
    }
  }

  /**
   * As {@link #run(Session, Work)}, for one user.
   *
   * @throws CommandException when there is no such user
   */
  int run(Session session, String user, Work work) {
    return run(
        session,
        client -> {
          if (!client.absent(List.of(user)).isEmpty()) {
            throw new CommandException(
                ErrorCode.DOES_NOT_EXIST, "there is no user " + Shown.quoted(user), null);
          }
          return work.with(client);
        });
  }

  private Optional<ConnectionSettings> history(ConnectionSettings lms) {
    String name =
        historyDatabase != null
            ? historyDatabase
            : lms.aliases().get(ConnectionSettings.HISTORY_ALIAS);
    return Optional.ofNullable(name)
        .filter(written -> !written.isEmpty())
        .map(
            database ->
                new ConnectionSettings(
                    lms.target(),
                    lms.ida(),
                    MySqlUrl.inDatabase(lms.url(), database),
                    lms.user(),
                    lms.password()));
  }

  /**
   * The block that {@code --block} and {@code --course} name.
   *
   * @throws UsageException when they name none, or contradict each other
   */
  static UsageKey block(String block, String course) {
    try {
      UsageKey key = UsageKey.parse(block);
      if (course == null) {
        return key;
      }
      CourseKey run = CourseKey.parse(course);
      if (key.lacksRun()) {
        return key.mapIntoCourse(run);
      }
      if (!key.withoutBranchAndVersion()
          .contextKey()
          .orElseThrow()
          .text()
          .equals(run.withoutBranchAndVersion().text())) {
        throw new UsageException(
            "block '" + block + "' is not of the course '" + course + "'; leave --course out");
      }
      return key;
    } catch (InvalidKeyException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
