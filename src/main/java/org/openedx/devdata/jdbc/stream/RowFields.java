package org.openedx.devdata.jdbc.stream;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.catalog.CatalogColumn;

/** Values out of a line of {@link TableStream}, as a person reads them. Immutable. */
public final class RowFields {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final List<CatalogColumn> columns;

  /**
   * @param columns of the lines, in order: {@link
   *     org.openedx.devdata.jdbc.catalog.CatalogTable#stored}
   */
  public RowFields(List<CatalogColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * The values of a line: texts and numbers as the server writes them, other bytes as {@code 0x…}
   * and null for NULL.
   *
   * @param from where the line begins
   * @param to where it ends, with or without its line feed
   */
  public List<String> of(byte[] bytes, int from, int to) {
    List<String> values = new ArrayList<>(columns.size());
    int end = to > from && bytes[to - 1] == '\n' ? to - 1 : to;
    int start = from;
    for (CatalogColumn column : columns) {
      int stop = start;
      while (stop < end && bytes[stop] != '\t') {
        stop++;
      }
      values.add(value(column, bytes, start, stop));
      start = stop + 1;
    }
    return values;
  }

  private static String value(CatalogColumn column, byte[] bytes, int from, int to) {
    if (to - from == 2 && bytes[from] == '\\' && bytes[from + 1] == 'N') {
      return null;
    }
    OutputBytes raw = new OutputBytes(to - from);
    for (int i = from; i < to; i++) {
      raw.put(bytes[i] == '\\' ? unescaped(bytes[++i]) : bytes[i]);
    }
    if (column.isBinary()) {
      return "0x" + HexFormat.of().formatHex(raw.array(), 0, raw.length());
    }
    return new String(raw.array(), 0, raw.length(), charset(column));
  }

  static byte unescaped(byte letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case '0' -> 0;
      default -> letter;
    };
  }

  private static Charset charset(CatalogColumn column) {
    return switch (column.charset()) {
      // What MySQL calls latin1.
      case "latin1" -> WINDOWS;
      case "ucs2", "utf16", "utf32" -> Charset.forName(wide(column.charset()));
      case "utf16le" -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static String wide(String charset) {
    return charset.equals("utf32") ? "UTF-32BE" : "UTF-16BE";
  }
}
