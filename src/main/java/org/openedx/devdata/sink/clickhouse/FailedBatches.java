package org.openedx.devdata.sink.clickhouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/**
 * Batches that were not delivered, in a folder: for each a {@code .rowbinary.zst} with the rows and
 * a {@code .json} that says what they are. The second is written last, so a batch with it is whole.
 * Thread-safe for batches with different tokens.
 *
 * @param folder made when it is needed
 */
public record FailedBatches(Path folder) {

  private static final String ROWS = ".rowbinary.zst";
  private static final String NOTE = ".json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A kept batch.
   *
   * @param note the file that describes it
   * @param batch to be sent again
   */
  public record Kept(Path note, InsertBatch batch) {}

  /** What the note says. */
  private record Note(
      String database, String table, List<String> columns, long rows, String token, String error) {}

  /**
   * Keeps a batch; one with the same token is replaced.
   *
   * @param error why it was not delivered
   * @return the file with its rows
   */
  public Path keep(InsertBatch batch, String error) throws IOException {
    Files.createDirectories(folder);
    String name = batch.table() + "-" + batch.token();
    Path rows = folder.resolve(name + ROWS);
    Path part = folder.resolve(name + ".part");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(part), 1)) {
      batch.body().writeTo(out);
    }
    Files.move(part, rows, StandardCopyOption.REPLACE_EXISTING);
    Note note =
        new Note(
            batch.table().database(),
            batch.table().table(),
            batch.columns(),
            batch.rows(),
            batch.token(),
            error);
    JSON.writeValue(part.toFile(), note);
    Files.move(
        part,
        folder.resolve(name + NOTE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return rows;
  }

  /** All kept batches, by name. Their rows are read from the files when they are sent. */
  public List<Kept> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> notes;
    try (Stream<Path> files = Files.list(folder)) {
      notes = files.filter(file -> file.toString().endsWith(NOTE)).sorted().toList();
    }
    List<Kept> kept = new ArrayList<>();
    for (Path file : notes) {
      Note note = JSON.readValue(file.toFile(), Note.class);
      RowBinaryBody body = fromFile(rowsOf(file));
      TableName table = new TableName(note.database(), note.table());
      kept.add(
          new Kept(file, new InsertBatch(table, note.columns(), note.rows(), note.token(), body)));
    }
    return kept;
  }

  /** Forgets a batch that has been delivered after all. */
  public void delete(Kept kept) throws IOException {
    Files.deleteIfExists(kept.note());
    Files.deleteIfExists(rowsOf(kept.note()));
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private static RowBinaryBody fromFile(Path rows) {
    return out -> {
      try (InputStream in = new ZstdInputStream(Files.newInputStream(rows))) {
        in.transferTo(out);
      }
    };
  }

  private static Path rowsOf(Path note) {
    String name = note.getFileName().toString();
    return note.resolveSibling(name.substring(0, name.length() - NOTE.length()) + ROWS);
  }
}
