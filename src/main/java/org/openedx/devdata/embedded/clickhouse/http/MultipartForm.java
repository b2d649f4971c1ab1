package org.openedx.devdata.embedded.clickhouse.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/**
 * Reads a {@code multipart/form-data} body, in which clients send parameters too long for an
 * address: fields only, no files.
 */
final class MultipartForm {

  private static final int MAX_BYTES = 1 << 26;
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");

  private MultipartForm() {}

  /**
   * The fields by name, in order.
   *
   * @throws ChdbException when it is no such form, or longer than 64 MiB
   */
  static Map<String, String> read(String contentType, InputStream body) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new ChdbException(36, "The form has no boundary: " + contentType);
    }
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new ChdbException(229, "The form is longer than %d bytes".formatted(MAX_BYTES));
    }
    // One char is one byte here, so positions hold; the values are read as UTF-8 below.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Map<String, String> fields = new LinkedHashMap<>();
    String[] parts = ("\r\n" + text).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
    for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
      int blank = parts[i].indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(blank < 0 ? "" : parts[i].substring(0, blank));
      if (name.find()) {
        fields.put(utf8(name.group(1)), utf8(parts[i].substring(blank + 4)));
      }
    }
    return fields;
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
