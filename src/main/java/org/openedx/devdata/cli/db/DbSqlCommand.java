package org.openedx.devdata.cli.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.spool.SpooledText;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseScript;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.SqlRunner;
import org.openedx.devdata.jdbc.sql.SqlScript;
import org.openedx.devdata.jdbc.sql.SqlStatement;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devdata db sql}. */
@Command(
    name = "sql",
    header = "Runs SQL in the database of a service.",
    description = {
      "",
      "All statements run in one transaction, which is committed when the last has succeeded."
          + " ClickHouse, the database of aspects, has none: what ran before a failure stays."
    },
    footer = {
      "",
      "Examples:",
      "  devdata db sql lms 'SELECT username, is_active FROM auth_user'",
      "  devdata db sql --target devstack ecommerce 'SELECT * FROM core_partner' --format json",
      "  devdata db sql aspects 'SELECT toDate(emission_time), count() FROM openedx.xapi_events_all"
          + " GROUP BY 1'",
      "  devdata db sql lms < report.sql"
    })
@Prints(SqlResult.class)
final class DbSqlCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service, such as lms.")
  private String ida;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "STATEMENT",
      description = "Statements, separated by semicolons; - or nothing: from standard input.")
  private String statement;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  DbSqlCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Services.known(session, ida);
    boolean standardInput = statement == null || statement.equals("-");
    String text = standardInput ? standardInput() : statement;
    List<SqlStatement> statements = SqlScript.statements(text);
    if (statements.isEmpty()) {
      throw new UsageException("there is no statement to run; give one, such as 'SHOW TABLES'");
    }
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      ConnectionSettings settings = databases.of(ida);
      String source = standardInput ? "<stdin>" : "<statement>";
      if (ida.equals(AspectsNames.IDA)) {
        try (ClickHouse server = ClickHouse.of(AspectsConnection.of(settings).settings())) {
          show(rows -> ClickHouseScript.run(server, source, statements, rows));
        }
      } else {
        try (MySqlDatabase database = MySqlDatabase.open(settings)) {
          show(rows -> SqlRunner.run(database, source, statements, rows));
        }
      }
    }
    return ExitCode.DONE;
  }

  private String standardInput() {
    if (statement == null && session.surroundings().terminal().in()) {
      throw new UsageException("there is no statement; give one, such as 'SHOW TABLES'");
    }
    try {
      return new String(session.surroundings().in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(Consumer<ResultListener> results) {
    if (session.json()) {
      json(results);
    } else {
      results.accept(new SqlText(session.surroundings().out(), session.paint(), isWhole()));
    }
    session.surroundings().out().flush();
  }

  /** A program that reads the values wants them as they are; a screen has no place for them. */
  private boolean isWhole() {
    return session.verbose() || !session.surroundings().terminal().out();
  }

  /** The document is shown when it is whole: a failure must not leave half of one. */
  private void json(Consumer<ResultListener> results) {
    try (SpooledText text = new SpooledText()) {
      JsonRenderer.content(
          text, new SqlResult(taker -> results.accept(new SqlResult.Results(taker))));
      text.copyTo(session.surroundings().out());
      JsonLayout.end(session.surroundings().out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
