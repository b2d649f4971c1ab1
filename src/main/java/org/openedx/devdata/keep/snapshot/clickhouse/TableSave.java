package org.openedx.devdata.keep.snapshot.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.jdbc.clickhouse.BlockAnswer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.keep.snapshot.PackedFile;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/**
 * The saving of one table. Reads the parts of a moment; where some of them were merged meanwhile,
 * it reads those of a later moment.
 *
 * @param server that has it
 * @param table what is saved
 * @param done receives numbers of rows as they are read
 */
record TableSave(ClickHouse server, LiveTable table, LongConsumer done) {

  private static final int ATTEMPTS = 20;

  /**
   * Outcome.
   *
   * @param table description of what was saved
   * @param isLater whether it is of a later moment
   */
  record Saved(SavedTable table, boolean isLater) {}

  /**
   * Saves all rows.
   *
   * @param moment the parts to read
   * @param file where they go, unless there are none
   * @throws SnapshotException when parts are merged faster than they are read
   */
  Saved save(ActiveParts moment, Path file) throws IOException {
    ActiveParts read = moment;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<String> parts = read.of(table.name());
      List<PartitionSum> sums = parts.isEmpty() ? List.of() : table.sums(server, parts);
      boolean whole = sums.isEmpty() || write(parts, PartitionSum.rows(sums), file);
      if (parts.isEmpty() || read.areThere(server, table.name())) {
        if (!whole) {
          throw new SnapshotException(
              "%s: table %s was not read in full; run again, and see what stands between"
                  .formatted(server.settings().label(), table.shape().name()));
        }
        long bytes = sums.isEmpty() ? 0 : Files.size(file);
        String name = sums.isEmpty() ? "" : file.getFileName().toString();
        return new Saved(new SavedTable(table.shape(), sums, bytes, name), attempt > 0);
      }
      Files.deleteIfExists(file);
      read = ActiveParts.of(server, table.name());
    }
    throw new SnapshotException(
        "%s: the parts of table %s are merged faster than they are read; save when less is written to it"
            .formatted(server.settings().label(), table.shape().name()));
  }

  /** Returns whether there were as many rows as there should be. */
  private boolean write(List<String> parts, long rows, Path file) throws IOException {
    long written = 0;
    try (BlockAnswer answer = table.rows(server, parts, List.of());
        OutputStream disk = Files.newOutputStream(file);
        OutputStream out = PackedFile.packing(disk)) {
      while (answer.next()) {
        answer.blocks().writeTo(out);
        written += answer.blocks().rows();
        done.accept(answer.blocks().rows());
      }
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
    return written == rows;
  }
}
