package org.openedx.devdata.sink.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A file of Parquet: chunks are gathered into row groups of some megabytes, in which each column's
 * pages lie together; the footer says where. For one thread at a time.
 */
final class ParquetFile implements LakeFile {

  /** Packed size from which a row group is written: about 100,000 statements. */
  private static final long ROW_GROUP = 16 << 20;

  private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final ParquetFooter footer;
  private final GrowingFile out;
  private final List<LakeChunk> waiting = new ArrayList<>();
  private final OutputBytes buffer = new OutputBytes(1 << 16);
  private long waitingLength;
  private long position;

  ParquetFile(List<DumpTable.Column> columns, ParquetFormat.Packing packing, GrowingFile out) {
    this.footer = new ParquetFooter(columns, packing);
    this.out = out;
    buffer.put(MARK);
  }

  @Override
  public void append(LakeChunk chunk) throws IOException, InterruptedException {
    waiting.add(chunk);
    waitingLength += chunk.length();
    if (waitingLength >= ROW_GROUP) {
      rowGroup();
    }
  }

  private void rowGroup() throws IOException, InterruptedException {
    if (waiting.isEmpty()) {
      return;
    }
    footer.rowGroup(waiting, position + buffer.length());
    for (int column = 0; column < waiting.get(0).columns().length; column++) {
      for (LakeChunk chunk : waiting) {
        buffer.put(chunk.columns()[column]);
      }
    }
    waiting.clear();
    waitingLength = 0;
    write();
  }

  private void write() throws IOException, InterruptedException {
    out.append(buffer, () -> {});
    position += buffer.length();
    buffer.clear();
  }

  @Override
  public void complete() throws IOException, InterruptedException {
    rowGroup();
    int length = footer.write(buffer);
    int start = buffer.reserve(Integer.BYTES);
    for (int i = 0; i < Integer.BYTES; i++) {
      buffer.array()[start + i] = (byte) (length >>> 8 * i);
    }
    buffer.put(MARK);
    write();
    out.complete();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
