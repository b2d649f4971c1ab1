package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.jdbc.stream.TableStream;
import org.openedx.devdata.keep.snapshot.PackedFile;

/**
 * One chunk on its way into its file: a block is read while the one before is hashed and packed.
 * For one use at a time.
 */
final class ChunkSave {

  private final ExecutorService packing;
  private RowBlock reading = new RowBlock();
  private RowBlock packed = new RowBlock();

  /**
   * @param packing a single thread
   */
  ChunkSave(ExecutorService packing) {
    this.packing = packing;
  }

  /**
   * Saves all rows of a chunk.
   *
   * @param done receives numbers of rows as they are read
   * @return their number and checksum
   */
  RowSum save(Connection connection, TableChunk chunk, Path file, LongConsumer done)
      throws SQLException, IOException {
    RowSum sum = new RowSum();
    Future<?> before = null;
    try (TableStream stream =
            TableStream.open(connection, chunk.table(), chunk.table().name(), chunk.where());
        OutputStream disk = Files.newOutputStream(file);
        OutputStream out = PackedFile.packing(disk)) {
      while (reading.fill(stream)) {
        finish(before);
        RowBlock block = reading;
        reading = packed;
        packed = block;
        done.accept(block.rows());
        before =
            packing.submit(
                () -> {
                  block.addTo(sum);
                  out.write(block.array(), 0, block.length());
                  return null;
                });
      }
      finish(before);
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
    return sum;
  }

  private static void finish(Future<?> before) throws IOException {
    if (before == null) {
      return;
    }
    try {
      before.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
