package org.openedx.devdata.generate.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.codec.Unpacking;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Files in a folder of this machine, which no server can reach: their content is sent, unpacked,
 * because not every server knows every compression. Immutable.
 *
 * @param folder where they are
 * @param slice the slice whose files are meant; all when it is the whole
 * @param form what they are
 */
record FolderSource(Path folder, Slice slice, StoredForm form) implements StoredSource {

  private static final int PIECE = 1 << 18;

  @Override
  public boolean isListed() {
    return true;
  }

  @Override
  public StoredFiles find() throws IOException {
    return StoredFiles.of(new FolderStore(folder), form, slice);
  }

  @Override
  public long load(
      ClickHouse server, DumpTable table, TableName into, String file, Map<String, String> settings)
      throws IOException {
    Path path = folder.resolve(file);
    if (Files.size(path) == 0) {
      return 0;
    }
    Content content = new Content(path, form.compression());
    try {
      return server.insertFile(
          into,
          table.columns().stream().map(DumpTable.Column::name).toList(),
          form.clickHouseName(),
          content,
          settings.get(StoredTransfer.TOKEN),
          settings);
    } catch (ClickHouseException problem) {
      content.raise();
      throw problem;
    }
  }

  @Override
  public ClickHouseException describe(ClickHouseException problem, String file) {
    return problem.with("%s: %s".formatted(folder.resolve(file), problem.getMessage()));
  }

  /** Content of a file. Knows whether reading or sending it has failed. Not thread-safe. */
  private static final class Content implements RowBinaryBody {

    private final Path file;
    private final String compression;
    private volatile IOException unreadable;

    Content(Path file, String compression) {
      this.file = file;
      this.compression = compression;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] piece = new byte[PIECE];
      try (InputStream content = Unpacking.of(compression, Files.newInputStream(file))) {
        for (int count = read(content, piece); count >= 0; count = read(content, piece)) {
          out.write(piece, 0, count);
        }
      }
    }

    private int read(InputStream content, byte[] piece) throws IOException {
      try {
        return content.read(piece);
      } catch (IOException problem) {
        unreadable = problem;
        throw problem;
      }
    }

    void raise() throws IOException {
      if (unreadable != null) {
        throw new IOException(
            "cannot read %s: %s; write it again".formatted(file, unreadable.getMessage()),
            unreadable);
      }
    }
  }
}
