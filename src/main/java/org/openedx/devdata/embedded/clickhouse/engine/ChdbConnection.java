package org.openedx.devdata.embedded.clickhouse.engine;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openedx.devdata.embedded.clickhouse.http.StreamedFormat;

/**
 * One session of the engine. Not thread-safe: one statement at a time.
 *
 * <p>After a failure inside a streamed result the library may leave remains of it in the session
 * (seen with 26.7.3), so a connection on which {@link #isSpoilt()} must not be used again.
 */
public final class ChdbConnection implements AutoCloseable {

  private static final int COPY_BYTES = 1 << 18;

  private final LibChdb library;
  private final Pointer reference;
  private final Pointer handle;
  private boolean closed;
  private boolean spoilt;

  ChdbConnection(LibChdb library, Pointer reference) {
    this.library = library;
    this.reference = reference;
    this.handle = reference.getPointer(0);
  }

  /** Runs a statement that answers with a little text, in tab-separated form. */
  public String text(String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      run(query.getBytes(StandardCharsets.UTF_8), "TabSeparated", Map.of(), summary -> out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * Runs any statement to its end, then copies its whole result out. The result is held in native
   * memory meanwhile.
   *
   * @param parameters values of {@code {name:Type}} places
   * @param sink receives the cost first, gives the stream to write to
   * @throws ChdbException when the engine refuses; nothing was written then
   */
  public Summary run(byte[] query, String format, Map<String, String> parameters, ResultSink sink)
      throws IOException {
    byte[] formatName = format.getBytes(StandardCharsets.US_ASCII);
    Parameters bound = Parameters.of(parameters);
    Pointer result =
        library.chdb_query_with_params_n(
            handle,
            query,
            query.length,
            formatName,
            formatName.length,
            bound.names,
            null,
            bound.values,
            null,
            bound.count);
    try {
      check(result);
      Summary summary = summary(result);
      copy(result, sink.start(summary));
      return summary;
    } finally {
      library.chdb_destroy_query_result(result);
    }
  }

  /**
   * Opens a SELECT whose result arrives in chunks, each a complete piece of output in the format,
   * with the format's head and tail: see {@link StreamedFormat}.
   *
   * @throws ChdbException code 36 when the statement is none that the library can stream
   */
  public ChunkedResult stream(byte[] query, String format, Map<String, String> parameters) {
    byte[] formatName = format.getBytes(StandardCharsets.US_ASCII);
    Parameters bound = Parameters.of(parameters);
    Pointer stream =
        library.chdb_stream_query_with_params_n(
            handle,
            query,
            query.length,
            formatName,
            formatName.length,
            bound.names,
            null,
            bound.values,
            null,
            bound.count);
    try {
      check(stream);
    } catch (ChdbException e) {
      library.chdb_destroy_query_result(stream);
      throw e;
    }
    return new ChunkedResult(stream);
  }

  /**
   * Streams the body of an INSERT; memory does not depend on its length.
   *
   * @param query {@code INSERT INTO t (a, b)} without FORMAT, VALUES or data
   * @param format the format of the data
   * @param data read to its end; a failure to read cancels the insert, but blocks that the engine
   *     has taken stay, as on a server
   */
  public Summary insert(
      byte[] query, String format, Map<String, String> parameters, InputStream data)
      throws IOException {
    byte[] formatName = format.getBytes(StandardCharsets.US_ASCII);
    Parameters bound = Parameters.of(parameters);
    Pointer insert =
        library.chdb_stream_insert_with_params_n(
            handle,
            query,
            query.length,
            formatName,
            formatName.length,
            bound.names,
            null,
            bound.values,
            null,
            bound.count);
    try (InsertStream stream = new InsertStream(library, insert)) {
      stream.feed(data);
      return stream.finish();
    }
  }

  public boolean isSpoilt() {
    return spoilt;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      library.chdb_close_conn(reference);
    }
  }

  private void check(Pointer result) {
    String error = library.chdb_result_error(result);
    if (error != null && !error.isEmpty()) {
      throw ChdbException.parse(error);
    }
  }

  private Summary summary(Pointer result) {
    return summary(library, result);
  }

  static Summary summary(LibChdb library, Pointer result) {
    return new Summary(
        library.chdb_result_storage_rows_read(result),
        library.chdb_result_storage_bytes_read(result),
        library.chdb_result_rows_written(result),
        library.chdb_result_bytes_written(result),
        (long) (library.chdb_result_elapsed(result) * 1e9));
  }

  private void copy(Pointer result, OutputStream out) throws IOException {
    long length = library.chdb_result_length(result);
    Pointer buffer = library.chdb_result_buffer(result);
    byte[] piece = new byte[(int) Math.min(length, COPY_BYTES)];
    for (long at = 0; at < length; at += piece.length) {
      int count = (int) Math.min(piece.length, length - at);
      buffer.read(at, piece, 0, count);
      out.write(piece, 0, count);
    }
  }

  /** Takes a result: receives the cost before the first byte. */
  @FunctionalInterface
  public interface ResultSink {
    OutputStream start(Summary summary) throws IOException;
  }

  /** A SELECT on its way. */
  public final class ChunkedResult implements AutoCloseable {
    private final Pointer stream;
    private boolean finished;

    private ChunkedResult(Pointer stream) {
      this.stream = stream;
    }

    /** The next chunk, or an empty one at the end. */
    public byte[] next() {
      Pointer chunk = library.chdb_stream_fetch_result(handle, stream);
      try {
        check(chunk);
        int length = Math.toIntExact(library.chdb_result_length(chunk));
        finished = length == 0;
        return finished ? new byte[0] : library.chdb_result_buffer(chunk).getByteArray(0, length);
      } catch (ChdbException e) {
        finished = true;
        spoilt = true;
        throw e;
      } finally {
        library.chdb_destroy_query_result(chunk);
      }
    }

    @Override
    public void close() {
      if (!finished) {
        library.chdb_stream_cancel_query(handle, stream);
        spoilt = true;
      }
      library.chdb_destroy_query_result(stream);
    }
  }

  /** Names and values in the library's form; the arrays own their native memory. */
  private record Parameters(StringArray names, StringArray values, long count) {
    static Parameters of(Map<String, String> parameters) {
      if (parameters.isEmpty()) {
        return new Parameters(null, null, 0);
      }
      String utf8 = StandardCharsets.UTF_8.name();
      return new Parameters(
          new StringArray(parameters.keySet().toArray(String[]::new), utf8),
          new StringArray(parameters.values().toArray(String[]::new), utf8),
          parameters.size());
    }
  }
}
