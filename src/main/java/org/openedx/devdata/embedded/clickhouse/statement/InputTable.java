package org.openedx.devdata.embedded.clickhouse.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbConnection;

/**
 * The data of {@code INSERT INTO t SELECT ... FROM input('structure') FORMAT X}. The library does
 * not hand data to {@code input()} (26.7.3 inserts nothing, without a word), so it goes into a
 * temporary table and the statement reads that. Belongs to one request; closing it drops the table.
 */
public final class InputTable implements AutoCloseable {

  private static final String NAME = "devdata_input";

  private final ChdbConnection connection;
  private final Statement statement;
  private final byte[] text;
  private final int open;
  private final int close;

  private InputTable(ChdbConnection connection, Statement statement, byte[] text) {
    this.connection = connection;
    this.statement = statement;
    this.text = text;
    SqlTokens tokens = new SqlTokens(text, statement.end(), statement.input());
    while (tokens.next() != SqlTokens.Kind.END && !tokens.is('(')) {
      // The word itself stands before the bracket.
    }
    this.open = tokens.start();
    int depth = 1;
    while (depth > 0 && tokens.next() != SqlTokens.Kind.END) {
      depth += tokens.is('(') ? 1 : tokens.is(')') ? -1 : 0;
    }
    this.close = tokens.end();
  }

  /** Reads all of the data. */
  public static InputTable of(
      ChdbConnection connection, Statement statement, byte[] text, InputStream data)
      throws IOException {
    InputTable table = new InputTable(connection, statement, text);
    table.fill(data);
    return table;
  }

  /** The statement with the table in place of {@code input(...)}. */
  public byte[] readBy() {
    ByteArrayOutputStream query = new ByteArrayOutputStream();
    query.write(text, 0, statement.input());
    query.writeBytes(NAME.getBytes(StandardCharsets.US_ASCII));
    query.write(text, close, statement.end() - close);
    return query.toByteArray();
  }

  private void fill(InputStream data) throws IOException {
    String structure = new String(Arrays.copyOfRange(text, open, close), StandardCharsets.UTF_8);
    connection.text(
        "CREATE TEMPORARY TABLE %s ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM null%s"
            .formatted(NAME, structure));
    try {
      connection.insert(
          ("INSERT INTO " + NAME).getBytes(StandardCharsets.US_ASCII),
          statement.format().orElseThrow(),
          Map.of(),
          data);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    connection.text("DROP TEMPORARY TABLE IF EXISTS " + NAME);
  }
}
