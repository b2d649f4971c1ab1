package org.openedx.devdata.embedded.clickhouse.engine;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;

/** An INSERT on its way into the library. Not thread-safe; closing it unfinished cancels it. */
final class InsertStream implements AutoCloseable {

  /** One append crosses into native code, so it should carry much; measured flat from 256 KiB. */
  private static final int APPEND_BYTES = 1 << 19;

  private final LibChdb library;
  private final Pointer insert;
  private boolean finished;

  InsertStream(LibChdb library, Pointer insert) {
    this.library = library;
    this.insert = insert;
  }

  void feed(InputStream data) throws IOException {
    check();
    byte[] piece = new byte[APPEND_BYTES];
    try (Memory memory = new Memory(piece.length)) {
      for (int count = data.readNBytes(piece, 0, piece.length);
          count > 0;
          count = data.readNBytes(piece, 0, piece.length)) {
        memory.write(0, piece, 0, count);
        if (library.chdb_stream_append(insert, memory, count) != 0) {
          check();
          throw new ChdbException(ChdbException.LOGICAL_ERROR, "the engine took no more data");
        }
      }
    }
  }

  /** Says that the data ends here, and waits until the engine has stored it. */
  Summary finish() {
    Pointer result = library.chdb_stream_done(insert);
    finished = true;
    try {
      String error = library.chdb_result_error(result);
      if (error != null && !error.isEmpty()) {
        throw ChdbException.parse(error);
      }
      return ChdbConnection.summary(library, result);
    } finally {
      library.chdb_destroy_query_result(result);
    }
  }

  @Override
  public void close() {
    if (!finished) {
      library.chdb_stream_cancel_insert(insert);
    }
    library.chdb_destroy_insert_stream(insert);
  }

  private void check() {
    String error = library.chdb_stream_insert_error(insert);
    if (error != null && !error.isEmpty()) {
      throw ChdbException.parse(error);
    }
  }
}
