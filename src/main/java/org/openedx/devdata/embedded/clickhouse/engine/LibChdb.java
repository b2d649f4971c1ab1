package org.openedx.devdata.embedded.clickhouse.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.file.Path;
import java.util.Map;

/**
 * The part of chDB's C interface that is used here, with the library's own names.
 *
 * <p>A connection is a session: it has its own current database, settings and temporary tables, and
 * runs one statement at a time; several connections run side by side. All connections of a process
 * share one engine on one data folder, which boots with the first connection and ends with the
 * last.
 */
interface LibChdb extends Library {

  /** Loads the library, with the engine's own signal handlers off: the JVM needs SIGSEGV. */
  static LibChdb load(Path library) {
    LibChdb chdb =
        Native.load(
            library.toString(), LibChdb.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    chdb.chdb_set_signal_handlers_enabled(0);
    return chdb;
  }

  String chdb_version();

  void chdb_set_signal_handlers_enabled(int enabled);

  /** Null when the folder is in use, or an argument is wrong. */
  Pointer chdb_connect(int count, StringArray arguments);

  void chdb_close_conn(Pointer connectionReference);

  /** Runs a query; lengths are in bytes. */
  Pointer chdb_query_with_params_n(
      Pointer connection,
      byte[] query,
      long queryLength,
      byte[] format,
      long formatLength,
      StringArray names,
      Pointer nameLengths,
      StringArray values,
      Pointer valueLengths,
      long count);

  /** Begins a query whose result is fetched in chunks; lengths are in bytes. */
  Pointer chdb_stream_query_with_params_n(
      Pointer connection,
      byte[] query,
      long queryLength,
      byte[] format,
      long formatLength,
      StringArray names,
      Pointer nameLengths,
      StringArray values,
      Pointer valueLengths,
      long count);

  /** The next chunk; an empty one at the end. */
  Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

  void chdb_stream_cancel_query(Pointer connection, Pointer stream);

  void chdb_destroy_query_result(Pointer result);

  /** Begins an insert whose data is appended in pieces; lengths are in bytes. */
  Pointer chdb_stream_insert_with_params_n(
      Pointer connection,
      byte[] query,
      long queryLength,
      byte[] format,
      long formatLength,
      StringArray names,
      Pointer nameLengths,
      StringArray values,
      Pointer valueLengths,
      long count);

  /** 0 when the bytes were taken; blocks while the engine is behind. */
  int chdb_stream_append(Pointer insert, Pointer data, long length);

  Pointer chdb_stream_done(Pointer insert);

  void chdb_stream_cancel_insert(Pointer insert);

  String chdb_stream_insert_error(Pointer insert);

  void chdb_destroy_insert_stream(Pointer insert);

  Pointer chdb_result_buffer(Pointer result);

  /** Returns the length of the result in bytes. */
  long chdb_result_length(Pointer result);

  long chdb_result_storage_rows_read(Pointer result);

  long chdb_result_storage_bytes_read(Pointer result);

  long chdb_result_rows_written(Pointer result);

  long chdb_result_bytes_written(Pointer result);

  double chdb_result_elapsed(Pointer result);

  String chdb_result_error(Pointer result);
}
