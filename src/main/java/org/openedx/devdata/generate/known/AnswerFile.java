package org.openedx.devdata.generate.known;

import java.io.IOException;
import org.openedx.devdata.answers.CsvRows;
import org.openedx.devdata.answers.figure.AnswerTable;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.GrowingFile;

/** The file of a table of known answers, packed in pieces. Mutable, not thread-safe. */
final class AnswerFile implements AutoCloseable {

  private static final int PIECE = 1 << 18;

  private final GrowingFile file;
  private final Compressor compressor;
  private final OutputBytes waiting = new OutputBytes(1 << 12);
  private final OutputBytes packed = new OutputBytes(1 << 12);
  private long rows;

  AnswerFile(GrowingFile file, Compressor compressor, AnswerTable table) {
    this.file = file;
    this.compressor = compressor;
    waiting.put(CsvRows.header(table));
  }

  void add(CsvRows more) throws IOException, InterruptedException {
    waiting.put(more.lines().array(), 0, more.lines().length());
    rows += more.rows();
    if (waiting.length() >= PIECE) {
      write();
    }
  }

  private void write() throws IOException, InterruptedException {
    packed.clear();
    compressor.compress(waiting.array(), waiting.length(), packed);
    file.append(packed, () -> {});
    waiting.clear();
  }

  long complete() throws IOException, InterruptedException {
    if (waiting.length() > 0) {
      write();
    }
    file.complete();
    return rows;
  }

  @Override
  public void close() throws IOException {
    compressor.close();
    file.close();
  }
}
