package org.openedx.devdata.sink.objectstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.testing.TestObjectStore;

/** Pieces of known bytes, and files of an object store that are made of them. */
abstract class ObjectPieces {

  static final int PIECE = 3 << 20;

  final TestObjectStore remote = TestObjectStore.start();

  @AfterEach
  void stop() {
    remote.close();
  }

  /** Always the same bytes for the same number. */
  private static OutputBytes piece(int number) {
    OutputBytes bytes = new OutputBytes(PIECE);
    for (int i = 0; i < PIECE; i++) {
      bytes.put((byte) (i * 31 + i / 1021 + number));
    }
    return bytes;
  }

  static byte[] pieces(int count) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      piece(i).writeTo(all);
    }
    return all.toByteArray();
  }

  /** Appends pieces; counts into {@code arrived} the bytes that have. */
  static void append(GrowingFile file, int from, int to, AtomicLong arrived) throws Exception {
    for (int i = from; i < to; i++) {
      long end = (i + 1L) * PIECE;
      file.append(piece(i), () -> arrived.accumulateAndGet(end, Math::max));
    }
  }
}
