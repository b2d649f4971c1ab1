package org.openedx.devdata.spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The characters that weigh as much as others in {@code utf8mb4_unicode_ci}, from {@code
 * unicode-ci.txt}: each line has the characters that stand for the others, a colon, and the others,
 * all in hexadecimal; a range has a hyphen. Read when the first text with more than ASCII is
 * folded.
 */
final class CollationTable {

  private static final String RESOURCE = "unicode-ci.txt";
  private static final Map<Character, String> STANDS_FOR = read();

  private CollationTable() {}

  /** Appends what stands for a character, itself if nothing does. */
  static void append(StringBuilder letters, char character) {
    String other = STANDS_FOR.get(character);
    if (other == null) {
      letters.append(character);
    } else {
      letters.append(other);
    }
  }

  private static Map<Character, String> read() {
    Map<Character, String> table = new HashMap<>();
    try (InputStream input = CollationTable.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          line(line, table);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return table;
  }

  private static void line(String line, Map<Character, String> table) {
    int colon = line.indexOf(':');
    StringBuilder stands = new StringBuilder();
    for (String hex : line.substring(0, colon).split(" ")) {
      if (!hex.isEmpty()) {
        stands.append((char) Integer.parseInt(hex, 16));
      }
    }
    String other = stands.toString();
    for (String range : line.substring(colon + 1).strip().split(" ")) {
      String[] ends = range.split("-");
      int last = Integer.parseInt(ends[ends.length - 1], 16);
      for (int character = Integer.parseInt(ends[0], 16); character <= last; character++) {
        table.put((char) character, other);
      }
    }
  }
}
