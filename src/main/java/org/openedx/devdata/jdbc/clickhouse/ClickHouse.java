package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.sql.ResultListener;

/**
 * A server, with connections as they are needed. Thread-safe; each call is one request. Never tries
 * again by itself: who calls knows whether that is right. An answer that is not whole, or is none
 * of a ClickHouse, is a failure whatever its status says.
 */
public final class ClickHouse implements AutoCloseable {

  /** A small result; the ids of many rows are a few megabytes. */
  private static final long MAX_RESULT_BYTES = 1L << 26;

  /**
   * A server refuses inserts into more than 100 months unless a setting allows it: what this tool
   * sends is in order of time, so that only few rows of many years reach that, and then do no harm.
   * It gathers no inserts of ours, which are large, and answers when it is done, so that its status
   * is that of the whole.
   */
  private static final Map<String, String> OF_AN_INSERT =
      Map.of(
          "max_partitions_per_insert_block", "0",
          "async_insert", "0",
          "wait_end_of_query", "1");

  /** Blocks of a size that memory holds. */
  private static final Map<String, String> OF_BLOCKS = Map.of("max_block_size", "8192");

  /** Pattern of statements that give rows, so that an empty answer is none. */
  private static final Pattern GIVES_ROWS =
      Pattern.compile(
          "(?is)(?:\\s|\\(|/\\*.*?\\*/|--[^\\n]*+\\n|#[^\\n]*+\\n)*+"
              + "(?:SELECT|WITH|SHOW|DESC|DESCRIBE|EXISTS|EXPLAIN|FROM|VALUES)\\b");

  private final ClickHouseSettings settings;
  private final HttpInterface http;

  /** Form in which results come; changed once, when the server refuses settings of this user. */
  private volatile ResultForm form = ResultForm.MARKED;

  private ClickHouse(ClickHouseSettings settings) {
    this.settings = settings;
    this.http = new HttpInterface(settings);
  }

  /** Connects nothing yet: the first statement does. */
  public static ClickHouse of(ClickHouseSettings settings) {
    return new ClickHouse(settings);
  }

  /** Runs a statement without a result. */
  public void run(String statement) {
    run(statement, Map.of());
  }

  /** Runs a statement whose result does not matter, with ClickHouse settings for it alone. */
  public void run(String statement, Map<String, String> serverSettings) {
    try (ServerAnswer answer = ask(statement, ResultForm::rows, serverSettings)) {
      MarkedLines lines = answer.lines(MAX_RESULT_BYTES);
      // What a server says of each host of a cluster.
      String line = lines.nextIfAny();
      while (line != null) {
        line = lines.next();
      }
    } catch (IOException e) {
      throw ClickHouseFailure.unreachable(settings, e);
    }
  }

  /**
   * Runs a statement that reads rows and writes them elsewhere.
   *
   * @return how many rows it has read
   * @throws ClickHouseException also when it has written fewer
   */
  public long copy(String statement, Map<String, String> serverSettings) {
    Map<String, String> parameters = new HashMap<>(ProfileSettings.ofAStatement());
    parameters.putAll(OF_AN_INSERT);
    parameters.putAll(serverSettings);
    try (ServerAnswer answer = http.statement(statement, parameters)) {
      answer.end();
      long read = answer.summary().readRows().orElse(-1);
      written(answer, read);
      return read;
    }
  }

  /** Runs a query with a small result: rows of texts, NULL as null. */
  public List<List<String>> rows(String query) {
    return rows(query, Map.of());
  }

  /** Does the same with ClickHouse settings for it alone. */
  public List<List<String>> rows(String query, Map<String, String> serverSettings) {
    try (ServerAnswer answer = ask(query, ResultForm::rows, serverSettings)) {
      List<List<String>> rows = new ArrayList<>();
      MarkedLines lines = answer.lines(MAX_RESULT_BYTES);
      if (answer.form() == ResultForm.PLAIN) {
        lines.names();
      }
      for (String line = lines.next(); line != null; line = lines.next()) {
        rows.add(TabSeparated.cells(line));
      }
      return rows;
    } catch (IOException e) {
      throw ClickHouseFailure.unreachable(settings, e);
    }
  }

  /** The one value of a query with one row and one column. */
  public String value(String query) {
    List<List<String>> rows = rows(query);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw ClickHouseFailure.cut(
          settings, "%d rows where one was asked for".formatted(rows.size()));
    }
    return rows.get(0).get(0);
  }

  /** Runs any statement and hands its rows over as they come. */
  public void query(String statement, ResultListener listener) {
    try (ServerAnswer answer = ask(statement, ResultForm::namedRows, Map.of())) {
      if (answer.format().isPresent() && !answer.format().get().equals(answer.form().namedRows())) {
        throw new DatabaseException(
            "the statement asks for FORMAT %s; leave that out, --format json gives JSON"
                .formatted(answer.format().get()));
      }
      MarkedLines lines = answer.lines(Long.MAX_VALUE);
      boolean givesRows = GIVES_ROWS.matcher(statement).lookingAt();
      if (!ResultReader.read(lines, givesRows, listener)) {
        listener.changed(answer.summary().writtenRows().orElse(0));
      }
    } catch (IOException e) {
      throw ClickHouseFailure.unreachable(settings, e);
    }
  }

  /**
   * Runs a query and gives its rows as blocks while they come.
   *
   * @param query without a format
   * @param columns names of its columns, in order
   */
  public BlockAnswer blocks(
      String query, List<String> columns, Map<String, String> serverSettings) {
    Map<String, String> parameters = new HashMap<>(ProfileSettings.ofAStatement());
    parameters.putAll(OF_BLOCKS);
    parameters.putAll(serverSettings);
    return new BlockAnswer(settings, http.statement(query + " FORMAT Native", parameters), columns);
  }

  /**
   * Streams rows into a table.
   *
   * @param columns what the body holds, in its order; always named, because tables differ
   * @param count how many rows the body holds
   * @param token shows the server that two inserts are the same one; where tables keep no tokens it
   *     does nothing
   * @throws ClickHouseException also when the server says that it has written fewer
   */
  public void insert(
      TableName table,
      List<String> columns,
      RowBinaryBody body,
      long count,
      String token,
      Map<String, String> serverSettings) {
    insert(table, columns, "RowBinary", body, token, count, serverSettings);
  }

  /**
   * Streams the content of a file into a table.
   *
   * @param format ClickHouse's name of the file's format
   * @param columns what the file holds, in its order where the format does not name them
   * @return rows written, those of materialized views included
   */
  public long insertFile(
      TableName table,
      List<String> columns,
      String format,
      RowBinaryBody content,
      String token,
      Map<String, String> serverSettings) {
    return insert(table, columns, format, content, token, 0, serverSettings);
  }

  private long insert(
      TableName table,
      List<String> columns,
      String format,
      RowBinaryBody body,
      String token,
      long count,
      Map<String, String> serverSettings) {
    String statement =
        "INSERT INTO %s (%s) FORMAT %s"
            .formatted(
                table.quoted(),
                columns.stream().map(TableName::quote).collect(Collectors.joining(", ")),
                format);
    Map<String, String> all = new HashMap<>(Map.of("insert_deduplication_token", token));
    all.putAll(serverSettings);
    return insert(statement, body, count, all);
  }

  /**
   * Streams data into an INSERT.
   *
   * @param statement ends with the format of the data
   * @param count minimum number of rows that it must write
   * @return rows written, those of materialized views included
   */
  public long insert(
      String statement, RowBinaryBody body, long count, Map<String, String> serverSettings) {
    Map<String, String> parameters = new HashMap<>(ProfileSettings.ofAStatement());
    parameters.putAll(OF_AN_INSERT);
    parameters.putAll(serverSettings);
    parameters.put("query", statement);
    try (Upload upload = new Upload(body, settings.isPacked());
        ServerAnswer answer = http.data(upload, parameters)) {
      answer.end();
      return written(answer, count);
    }
  }

  /**
   * Returns the number of rows that the server says it has written; more than was sent where views
   * write, too.
   */
  private long written(ServerAnswer answer, long sent) {
    long written = answer.summary().writtenRows().orElse(-1);
    if (written < Math.max(0, sent)) {
      throw ClickHouseFailure.incomplete(settings, written < 0 ? "none" : "" + written, sent);
    }
    return written;
  }

  /** Sends a statement; once more without a mark at the end if that is what was refused. */
  private ServerAnswer ask(
      String statement, Function<ResultForm, String> format, Map<String, String> serverSettings) {
    ResultForm asked = form;
    try {
      return http.statement(statement, asked, format.apply(asked), serverSettings);
    } catch (ClickHouseException refused) {
      if (asked == ResultForm.PLAIN || !refused.isOfSettings()) {
        throw refused;
      }
      form = ResultForm.PLAIN;
      requireWholeAnswers();
      return ask(statement, format, serverSettings);
    }
  }

  /** Refuses a profile that cuts answers without a word, where the user may not change it. */
  private void requireWholeAnswers() {
    List<List<String>> others = rows(ProfileSettings.others());
    if (!others.isEmpty()) {
      throw ClickHouseFailure.profile(
          settings,
          others.stream()
              .map(row -> row.get(0) + " = " + row.get(1))
              .collect(Collectors.joining(", ")));
    }
  }

  public ClickHouseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    // Connections are kept for all servers of the process, and end when they are no longer used.
  }
}
