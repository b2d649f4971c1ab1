package org.openedx.devdata.jdbc.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.sql.ResultListener;

/**
 * A server, with connections as they are needed. Thread-safe; each call is one request. Never tries
 * again by itself: who calls knows whether that is right.
 */
public final class ClickHouse implements AutoCloseable {

  private static final int CONNECTIONS = 64;

  /**
   * A server refuses inserts into more than 100 months unless told otherwise. What this tool sends
   * is in order of time: only few rows of many years reach that, and then do no harm.
   */
  private static final String MOST_PARTITIONS = "max_partitions_per_insert_block";

  private static final int LZ4_BLOCK_BYTES = 1 << 20;

  private final ClickHouseSettings settings;
  private final Client client;

  private ClickHouse(ClickHouseSettings settings, Client client) {
    this.settings = settings;
    this.client = client;
  }

  /** Connects nothing yet: the first statement does. */
  public static ClickHouse of(ClickHouseSettings settings) {
    Client.Builder builder =
        new Client.Builder()
            .addEndpoint(settings.url().toString())
            .setUsername(settings.user())
            .setPassword(settings.password())
            .setClientName("devdata")
            .setMaxConnections(CONNECTIONS)
            .setMaxRetries(0)
            .retryOnFailures()
            .setConnectTimeout(10, ChronoUnit.SECONDS)
            .setSocketTimeout(settings.timeout().toMillis(), ChronoUnit.MILLIS)
            .setSocketTcpNodelay(true)
            .setLZ4UncompressedBufferSize(LZ4_BLOCK_BYTES)
            .compressServerResponse(false)
            .compressClientRequest(settings.isPacked());
    settings.serverSettings().forEach(builder::serverSetting);
    return new ClickHouse(settings, builder.build());
  }

  /** Runs a statement without a result. */
  public void run(String statement) {
    run(statement, Map.of());
  }

  /** Runs a statement without a result, with ClickHouse settings for it alone. */
  public void run(String statement, Map<String, String> serverSettings) {
    rows(statement, serverSettings);
  }

  /**
   * Runs a statement that reads rows and writes them elsewhere.
   *
   * @return how many rows it has read
   */
  @SuppressWarnings("try") // The client's responses declare any exception, interruption included.
  public long copy(String statement, Map<String, String> serverSettings) {
    QuerySettings request = new QuerySettings();
    serverSettings.forEach(request::serverSetting);
    try (QueryResponse response = await(client.query(statement, request))) {
      return response.getReadRows();
    } catch (ClickHouseException e) {
      throw e;
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /** Runs a query with a small result: rows of texts, NULL as null. */
  public List<List<String>> rows(String query) {
    return rows(query, Map.of());
  }

  /** The one value of a query with one row and one column. */
  public String value(String query) {
    return rows(query).get(0).get(0);
  }

  /** Runs any statement and hands its rows over as they come. */
  @SuppressWarnings("try") // As for rows.
  public void query(String statement, ResultListener listener) {
    QuerySettings request =
        new QuerySettings().setFormat(ClickHouseFormat.TabSeparatedWithNamesAndTypes);
    try (QueryResponse response = await(client.query(statement, request));
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(response.getInputStream(), StandardCharsets.UTF_8))) {
      if (response.getFormat() != ClickHouseFormat.TabSeparatedWithNamesAndTypes) {
        throw new DatabaseException(
            "the statement asks for FORMAT %s; leave that out, --format json gives JSON"
                .formatted(response.getFormat()));
      }
      if (!ResultReader.read(in, listener)) {
        listener.changed(Math.max(0, response.getWrittenRows()));
      }
    } catch (DatabaseException e) {
      throw e;
    } catch (Exception e) {
      throw failure(e);
    }
  }

  @SuppressWarnings("try") // The client's responses declare any exception, interruption included.
  private List<List<String>> rows(String query, Map<String, String> serverSettings) {
    QuerySettings request = new QuerySettings().setFormat(ClickHouseFormat.TabSeparated);
    serverSettings.forEach(request::serverSetting);
    try (QueryResponse response = await(client.query(query, request))) {
      String text = new String(response.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return TabSeparated.rows(text);
    } catch (ClickHouseException e) {
      throw e;
    } catch (Exception e) {
      throw failure(e);
    }
  }

  /**
   * Streams rows into a table.
   *
   * @param columns what the body holds, in its order; always named, because tables differ
   * @param token tells the server that two inserts are the same one; where tables keep no tokens it
   *     does nothing
   * @return rows written, those of materialized views included
   */
  public long insert(
      TableName table,
      List<String> columns,
      RowBinaryBody body,
      String token,
      Map<String, String> serverSettings) {
    return insert(table, columns, ClickHouseFormat.RowBinary, body, token, serverSettings);
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
    return insert(table, columns, ClickHouseFormat.valueOf(format), content, token, serverSettings);
  }

  private long insert(
      TableName table,
      List<String> columns,
      ClickHouseFormat format,
      RowBinaryBody body,
      String token,
      Map<String, String> serverSettings) {
    InsertSettings request =
        new InsertSettings()
            .setDatabase(table.database())
            .setDeduplicationToken(token)
            .compressClientRequest(settings.isPacked())
            .serverSetting(MOST_PARTITIONS, "0");
    serverSettings.forEach(request::serverSetting);
    List<String> names = columns.stream().map(TableName::quote).toList();
    DataStreamWriter writer = out -> body.writeTo(new Unclosed(out));
    try (InsertResponse response =
        await(client.insert(table.quoted(), names, writer, format, request))) {
      return response.getWrittenRows();
    } catch (ClickHouseException e) {
      throw e;
    } catch (Exception e) {
      throw failure(e);
    }
  }

  public ClickHouseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    client.close();
  }

  private <T> T await(Future<T> future) throws Exception {
    try {
      return future.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? failure(cause) : e;
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new ClickHouseException(
          ClickHouseException.NO_ANSWER,
          "%s did not answer within %d s; try again, or raise the time-out"
              .formatted(settings.label(), settings.timeout().toSeconds()),
          true,
          e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  private ClickHouseException failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException refused) {
        String said = refused.getMessage().strip();
        if (ClickHouseException.isLogin(refused.getCode())) {
          return new ClickHouseException(
              refused.getCode(),
              "%s refused the login: %s; check user and password"
                  .formatted(settings.label(), said.lines().findFirst().orElse("no reason given")),
              false,
              e);
        }
        boolean proxy = refused.getTransportProtocolCode() >= 502 && refused.getCode() == 0;
        return new ClickHouseException(
            refused.getCode(),
            "%s refused: %s".formatted(settings.label(), said),
            proxy || ClickHouseException.isPassing(refused.getCode(), said),
            e);
      }
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s cannot be reached: %s; check that it runs and that host, port and TLS are right"
            .formatted(settings.label(), why),
        !(e instanceof InterruptedException),
        e);
  }

  /** The client wants to close its stream itself. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
