package org.openedx.devdata.service.content.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;

/**
 * The files of a zip archive, unpacked into memory within limits, by their name below the folder in
 * which {@code package.toml} stands. Names that lead out of the archive, that stand twice or that
 * are not UTF-8 are refused. Immutable.
 *
 * @param shown what messages call the archive
 * @param files bytes by name, in order of names
 */
public record ZipEntries(String shown, Map<String, byte[]> files) {

  private static final String ROOT = "package.toml";
  private static final int LONGEST_NAME = 2_000;

  public static ZipEntries read(Path file, String shown, ArchiveLimits limits, Problems problems)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      if (zip.size() > limits.entries()) {
        problems.add(
            Position.ofFile(shown),
            "the archive has "
                + zip.size()
                + " entries; at most "
                + limits.entries()
                + " are read");
        return new ZipEntries(shown, Map.of());
      }
      Set<String> seen = new HashSet<>();
      long left = limits.totalBytes();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        String fault = seen.add(name) ? fault(name) : "stands in the archive twice";
        if (!fault.isEmpty()) {
          problems.add(Position.ofFile(shown), "entry '" + printable(name) + "' " + fault);
        } else if (!entry.isDirectory()) {
          byte[] bytes;
          try {
            bytes = unpack(zip, entry, Math.min(left, limits.entryBytes()));
          } catch (IOException e) {
            damaged(shown, name, "cannot be unpacked", problems);
            continue;
          }
          if (bytes == null && left <= limits.entryBytes()) {
            problems.add(
                Position.ofFile(shown),
                "the archive unpacks to more than " + limits.totalBytes() + " bytes");
            return new ZipEntries(shown, Map.of());
          }
          if (bytes == null) {
            problems.add(
                Position.ofFile(shown + "!" + name),
                "unpacks to more than " + limits.entryBytes() + " bytes");
          } else if (crc(bytes) != entry.getCrc()) {
            damaged(shown, name, "has other bytes than its checksum says", problems);
          } else {
            left -= bytes.length;
            files.put(name, bytes);
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      problems.add(
          Position.ofFile(shown),
          "is not a zip file that can be read: it is damaged, cut short or something else, or"
              + " names of it are not UTF-8; copy or make it again");
      return new ZipEntries(shown, Map.of());
    }
    return new ZipEntries(shown, Collections.unmodifiableMap(belowRoot(files)));
  }

  private static void damaged(String shown, String name, String how, Problems problems) {
    problems.add(
        Position.ofFile(shown + "!" + name),
        how + ": it is damaged or encrypted; copy or make the archive again");
  }

  /** The class of the JDK that unpacks does not compare it. */
  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Bytes of an entry, whatever its header says of their number; null when there are more. */
  private static byte[] unpack(ZipFile zip, ZipEntry entry, long maxBytes) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 16) + 1);
      return bytes.length > maxBytes ? null : bytes;
    }
  }

  /** Fault of a name; empty when there is none. */
  public static String fault(String name) {
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return "has an absolute name; names must be relative to the archive";
    }
    if (name.indexOf('\\') >= 0) {
      return "has a backslash in its name; folders are divided by /";
    }
    if (name.chars().anyMatch(Character::isISOControl) || name.indexOf('\uFFFD') >= 0) {
      return "has a name that is not text";
    }
    if (name.length() > LONGEST_NAME) {
      return "has a name of more than " + LONGEST_NAME + " characters";
    }
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        return "leads out of the archive";
      }
      if (part.isEmpty() || part.equals(".")) {
        return "has an empty part in its name";
      }
    }
    return "";
  }

  private static String printable(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
  }

  /** People zip a folder as often as its content: one folder around all is taken off. */
  private static Map<String, byte[]> belowRoot(Map<String, byte[]> files) {
    if (files.containsKey(ROOT)) {
      return files;
    }
    List<String> roots = new ArrayList<>();
    for (String name : files.keySet()) {
      int slash = name.indexOf('/');
      if (slash > 0 && name.substring(slash + 1).equals(ROOT)) {
        roots.add(name.substring(0, slash + 1));
      }
    }
    if (roots.size() != 1) {
      return files;
    }
    Map<String, byte[]> below = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith(roots.get(0))) {
            below.put(name.substring(roots.get(0).length()), bytes);
          }
        });
    return below;
  }

  /** Place of an entry, for messages. */
  public Position at(String name) {
    return Position.ofFile(shown + "!" + name);
  }
}
