package org.openedx.devdata.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.report.Json;
import org.openedx.devdata.cli.report.SpooledText;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.SqlRunner;
import org.openedx.devdata.jdbc.sql.SqlScript;
import org.openedx.devdata.jdbc.sql.SqlStatement;
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
    },
    footer = {
      "",
      "Examples:",
      "  devdata db sql lms 'SELECT username, is_active FROM auth_user'",
      "  devdata db sql --target devstack ecommerce 'SELECT * FROM core_partner' --format json",
      "  devdata db sql lms < report.sql"
    })
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
      ConnectionSettings settings =
          databases.of(List.of(ida), Map.of(), session.surroundings().folder()).get(ida);
      try (MySqlDatabase database = MySqlDatabase.open(settings)) {
        run(database, standardInput ? "<stdin>" : "<statement>", statements);
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

  private void run(MySqlDatabase database, String source, List<SqlStatement> statements) {
    if (session.json()) {
      json(database, source, statements);
    } else {
      ResultListener rows =
          new ResultRows(session.surroundings().out(), session.paint(), session.options().verbose);
      SqlRunner.run(database, source, statements, rows);
    }
    session.surroundings().out().flush();
  }

  /** The document is shown when it is whole: a failure must not leave half of one. */
  private void json(MySqlDatabase database, String source, List<SqlStatement> statements) {
    try (SpooledText text = new SpooledText()) {
      try (JsonGenerator json = Json.to(text)) {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
        SqlRunner.run(database, source, statements, new ResultJson(json));
        json.writeEndArray();
        json.writeEndObject();
      }
      text.copyTo(session.surroundings().out());
      Json.end(session.surroundings().out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
