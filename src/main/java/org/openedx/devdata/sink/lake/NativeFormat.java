package org.openedx.devdata.sink.lake;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * ClickHouse's own format, packed as a whole: what a site loads fastest. Immutable.
 *
 * @param codec packs the pieces, which follow each other
 */
record NativeFormat(Codec codec) implements LakeFormat {

  @Override
  public String description() {
    return "native files (" + codec.description() + ")";
  }

  @Override
  public String ending() {
    return ".native" + codec.suffix();
  }

  @Override
  public String clickHouseName() {
    return "Native";
  }

  @Override
  public boolean isPackedInside() {
    return false;
  }

  @Override
  public Compressor compressor() {
    return codec.compressor();
  }

  @Override
  public LakeRows rows(DumpTable table, Compressor compressor) {
    return new NativeRows(table, compressor);
  }

  @Override
  public LakeFile file(DumpTable table, GrowingFile out) {
    return new Appended(out, new OutputBytes(1 << 16));
  }

  private record Appended(GrowingFile out, OutputBytes buffer) implements LakeFile {

    @Override
    public void append(LakeChunk chunk) throws IOException, InterruptedException {
      buffer.clear();
      buffer.put(chunk.columns()[0]);
      out.append(buffer, () -> {});
    }

    @Override
    public void complete() throws IOException, InterruptedException {
      out.complete();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
