package org.openedx.devdata.spec.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.series.RowFault;
import org.openedx.devdata.spec.series.RowFiles.Rows;

/** Reads files of rows by the end of their names. Stateless. */
public final class RowReader {

  private RowReader() {}

  /** Returns whether a file of this name can be read. */
  public static boolean reads(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }

  /**
   * Reads a file.
   *
   * @param name the file, for messages and positions
   * @throws RowFault when it is not of its type, with the place
   */
  public static Rows read(String name, byte[] bytes) throws RowFault {
    String text = text(name, bytes);
    try {
      return name.toLowerCase(Locale.ROOT).endsWith(".csv")
          ? new CsvRows(name).read(text)
          : new JsonRows(name).read(text);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      Position position =
          place == null
              ? Position.ofFile(name)
              : new Position(name, place.getLineNr(), Math.max(1, place.getColumnNr()));
      throw new RowFault(
          position,
          "cannot be read: " + Shown.cut(Shown.line(e.getOriginalMessage())) + "; correct it",
          e);
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail to be read", e);
    }
  }

  private static String text(String name, byte[] bytes) throws RowFault {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RowFault(Position.ofFile(name), "this file is not UTF-8; save it as UTF-8", e);
    }
  }
}
