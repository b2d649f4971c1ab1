package org.openedx.devdata.answers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a file of known answers, one by one. Mutable, not thread-safe. */
public final class CsvReader implements AutoCloseable {

  private final Path file;
  private final BufferedReader lines;
  private final List<String> columns;

  /**
   * @param file for messages
   * @param lines of the file; closed with this
   * @throws IOException also when there is no header
   */
  public CsvReader(Path file, BufferedReader lines) throws IOException {
    this.file = file;
    this.lines = lines;
    String header = lines.readLine();
    if (header == null) {
      throw new IOException(file + " is empty");
    }
    this.columns = cells(header);
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** The next row; null after the last. */
  public List<String> next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return null;
    }
    List<String> cells = cells(line);
    if (cells.size() != columns.size()) {
      throw new IOException("%s has a row of %d cells: %s".formatted(file, cells.size(), line));
    }
    return cells;
  }

  /** Copies all rows that were not read, without the header. */
  public void copyTo(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    lines.transferTo(writer);
    writer.flush();
  }

  /** The cells of a line. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
