package org.openedx.devdata.sink.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdIOException;
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
import java.util.Map;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.bytes.ZstdLibrary;
import org.openedx.devdata.jdbc.clickhouse.RowBinaryBody;
import org.openedx.devdata.sink.file.SealedJson;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Batches that were not delivered, in a folder: for each a {@code .rowbinary.zst} with the rows and
 * a {@code .json} that says what they are, in the same form whatever server they were meant for.
 * The second is written last, so a batch with it is whole. Beside them, {@code run.json} says which
 * command they come from. Thread-safe for different batches.
 *
 * @param folder made when it is needed
 * @param origin what {@code run.json} says
 */
public record FailedBatches(Path folder, Map<String, String> origin) implements Keeper {

  private static final String ROWS = ".rowbinary.zst";
  private static final String NOTE = ".json";
  private static final String ORIGIN = "run.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Content of the note. */
  private record Note(
      String run,
      DumpTable table,
      int number,
      List<String> columns,
      long rows,
      long bytes,
      String error) {

    static Note of(Batch batch, long bytes, String error) {
      return new Note(
          batch.run(),
          batch.table(),
          batch.number(),
          columnsOf(batch.table()),
          batch.rows(),
          bytes,
          error);
    }
  }

  /** Keeps a batch; one with the same token is replaced. */
  @Override
  public Path keep(Batch batch, String error) throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve(ORIGIN))) {
      SealedJson.write(folder.resolve(ORIGIN), JSON.valueToTree(origin));
    }
    Path rows = folder.resolve(batch.token() + ROWS);
    Path part = folder.resolve(batch.token() + ".part");
    ZstdLibrary.load();
    try (OutputStream out =
        new ZstdOutputStream(Files.newOutputStream(part), 1).setChecksum(true)) {
      batch.body().writeTo(out);
    } catch (IOException e) {
      throw FileFailure.at(part, e);
    }
    Files.move(part, rows, StandardCopyOption.REPLACE_EXISTING);
    note(batch, error);
    return rows;
  }

  /** Says why a batch that is kept could not be delivered this time either. */
  public Path note(Batch batch, String error) throws IOException {
    Path note = folder.resolve(batch.token() + NOTE);
    long bytes = length(folder.resolve(batch.token() + ROWS));
    SealedJson.write(note, JSON.valueToTree(Note.of(batch, bytes, error)));
    return note;
  }

  /**
   * Command from which the batches of a folder come, by its note; empty when it says nothing.
   *
   * @throws IOException when it cannot be read
   */
  public static Map<String, String> origin(Path folder) throws IOException {
    Path file = folder.resolve(ORIGIN);
    return Files.exists(file)
        ? JSON.convertValue(SealedJson.read(file), new TypeReference<Map<String, String>>() {})
        : Map.of();
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
      notes = files.filter(FailedBatches::isNote).sorted().toList();
    }
    List<Batch> kept = new ArrayList<>();
    for (Path file : notes) {
      kept.add(read(file));
    }
    return kept;
  }

  private static boolean isNote(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(NOTE) && !name.equals(ORIGIN);
  }

  private Batch read(Path file) throws IOException {
    ObjectNode sealed = SealedJson.read(file);
    Note note;
    try {
      note = JSON.convertValue(sealed, Note.class);
    } catch (IllegalArgumentException e) {
      throw SealedJson.damaged(file);
    }
    String name = file.getFileName().toString();
    Path rows = folder.resolve(name.substring(0, name.length() - NOTE.length()) + ROWS);
    if (!columnsOf(note.table()).equals(note.columns())) {
      throw new IOException(
          "%s holds the columns %s, which this version does not write; send it with the version"
                  .formatted(rows, note.columns())
              + " that kept it");
    }
    if (!Files.isRegularFile(rows)) {
      throw new IOException("%s describes rows that are not there: %s".formatted(file, rows));
    }
    if (length(rows) != note.bytes()) {
      throw SealedJson.damaged(rows);
    }
    return new Batch(note.run(), note.table(), note.number(), note.rows(), fromFile(rows));
  }

  /** Reads a file of rows to its end, so that one that is damaged shows before any is sent. */
  private static long length(Path rows) throws IOException {
    ZstdLibrary.load();
    try (InputStream in = new ZstdInputStream(Files.newInputStream(rows))) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (ZstdIOException e) {
      throw SealedJson.damaged(rows);
    }
  }

  /** The note goes first: without it, the rows count as something that never became whole. */
  @Override
  public void arrived(Batch batch, long bytes) throws IOException {
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
      ZstdLibrary.load();
      try (InputStream in = new ZstdInputStream(Files.newInputStream(rows))) {
        in.transferTo(out);
      }
    };
  }
}
