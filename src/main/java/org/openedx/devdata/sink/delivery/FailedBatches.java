package org.openedx.devdata.sink.delivery;

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
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Batches that were not delivered, in a folder: for each a {@code .rowbinary.zst} with the rows and
 * a {@code .json} that says what they are, in the same form whatever server they were meant for.
 * The second is written last, so a batch with it is whole. Thread-safe for different batches.
 *
 * @param folder made when it is needed
 */
public record FailedBatches(Path folder) implements Keeper {

  private static final String ROWS = ".rowbinary.zst";
  private static final String NOTE = ".json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What the note says. */
  private record Note(
      DumpTable table, List<String> columns, long rows, String token, String error) {

    static Note of(Batch batch, String error) {
      return new Note(batch.table(), columnsOf(batch.table()), batch.rows(), batch.token(), error);
    }
  }

  /** Keeps a batch; one with the same token is replaced. */
  @Override
  public Path keep(Batch batch, String error) throws IOException {
    Files.createDirectories(folder);
    Path rows = folder.resolve(batch.token() + ROWS);
    Path part = folder.resolve(batch.token() + ".part");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(part), 1)) {
      batch.body().writeTo(out);
    }
    Files.move(part, rows, StandardCopyOption.REPLACE_EXISTING);
    note(batch, error);
    return rows;
  }

  /** Says why a batch that is kept could not be delivered this time either. */
  Path note(Batch batch, String error) throws IOException {
    Path part = folder.resolve(batch.token() + ".part");
    JSON.writeValue(part.toFile(), Note.of(batch, error));
    Path note = folder.resolve(batch.token() + NOTE);
    Files.move(part, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return note;
  }

  /**
   * All kept batches, by name. Their rows are read from the files when they are sent.
   *
   * @throws IOException when a note cannot be read, or is of a version with other columns
   */
  public List<Batch> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> notes;
    try (Stream<Path> files = Files.list(folder)) {
      notes = files.filter(file -> file.toString().endsWith(NOTE)).sorted().toList();
    }
    List<Batch> kept = new ArrayList<>();
    for (Path file : notes) {
      kept.add(read(file));
    }
    return kept;
  }

  private Batch read(Path file) throws IOException {
    Note note;
    try {
      note = JSON.readValue(file.toFile(), Note.class);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new IOException(
          "%s does not describe a batch: %s; move it away".formatted(file, e.getOriginalMessage()),
          e);
    }
    Path rows = folder.resolve(note.token() + ROWS);
    if (!columnsOf(note.table()).equals(note.columns())) {
      throw new IOException(
          "%s holds the columns %s, which this version does not write; send it with the version"
                  .formatted(rows, note.columns())
              + " that kept it");
    }
    if (!Files.exists(rows)) {
      throw new IOException("%s describes rows that are not there: %s".formatted(file, rows));
    }
    return new Batch(note.table(), note.rows(), note.token(), fromFile(rows));
  }

  /** The note goes first: without it, the rows count as something that never became whole. */
  @Override
  public void forget(Batch batch) throws IOException {
    Files.deleteIfExists(folder.resolve(batch.token() + NOTE));
    Files.deleteIfExists(folder.resolve(batch.token() + ROWS));
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private static List<String> columnsOf(DumpTable table) {
    return table.columns().stream().map(DumpTable.Column::name).toList();
  }

  private static RowBinaryBody fromFile(Path rows) {
    return out -> {
      try (InputStream in = new ZstdInputStream(Files.newInputStream(rows))) {
        in.transferTo(out);
      }
    };
  }
}
