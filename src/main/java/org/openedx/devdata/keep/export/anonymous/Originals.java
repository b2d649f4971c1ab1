package org.openedx.devdata.keep.export.anonymous;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.jdbc.table.Holding;

/**
 * The values that an export has replaced, as 64-bit hashes: 16 bytes for each. Finds them in what
 * was written. Not thread-safe.
 */
public final class Originals {

  /** Shorter texts are words of any language, and stand anywhere by chance. */
  private static final int SHORTEST_NAME = 4;

  private static final int SHORTEST_TEXT = 8;

  /** Plenty of values that specs repeat, such as modes and roles. */
  private static final int HARMLESS = 10_000;

  /** Places that are reported. */
  private static final int SHOWN = 10;

  private static final Pattern SCALAR =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\\[\\]{},\"](?:[^\\[\\]{},\"]*[^\\s\\[\\]{},\"])?");

  private final Set<String> harmless = new HashSet<>();
  private long[] hashes = new long[1 << 12];
  private int count;

  /** Notes a value that was replaced. */
  public void add(Holding holding, String value) {
    boolean named = holding == Holding.USERNAME || holding == Holding.EMAIL;
    if (value.length() >= (named ? SHORTEST_NAME : SHORTEST_TEXT)) {
      if (2 * count >= hashes.length) {
        long[] before = hashes;
        hashes = new long[2 * before.length];
        count = 0;
        Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
      }
      put(hash(value));
    }
  }

  /** Notes a value that stays, whoever else is called so. */
  public void keep(String value) {
    if (harmless.size() < HARMLESS) {
      harmless.add(value);
      if (!value.contains(" ")) {
        harmless.addAll(List.of(value.split(":"))); // A key, not a sentence.
      }
    }
  }

  private static long hash(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    long hash = XxHash64.of(bytes, 0, bytes.length);
    return hash == 0 ? 1 : hash;
  }

  private void put(long hash) {
    int place = place(hash);
    if (hashes[place] == 0) {
      hashes[place] = hash;
      count++;
    }
  }

  private int place(long hash) {
    int place = (int) (hash >>> 20) & hashes.length - 1;
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = place + 1 & hashes.length - 1;
    }
    return place;
  }

  private boolean has(String value) {
    return !harmless.contains(value) && hashes[place(hash(value))] != 0;
  }

  /**
   * Looks for original values in a file, as whole values and as words.
   *
   * @return places, a few of them; none when no original value is there
   */
  public List<String> find(Path file) {
    List<String> places = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (places.size() < SHOWN && isFound(line)) {
          places.add(file.getFileName() + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }

  private boolean isFound(String line) {
    String value = line.replaceFirst("^ *(?:- )?[\\w-]+:(?: |$)|^ *- ", "");
    Matcher scalars = SCALAR.matcher(value);
    if (has(value)) {
      return true;
    }
    while (scalars.find()) {
      String text = scalars.group().replaceAll("^\"|\"$", "");
      if (has(text) || Arrays.stream(text.split("[\\s:]+")).anyMatch(this::has)) {
        return true;
      }
    }
    return false;
  }
}
