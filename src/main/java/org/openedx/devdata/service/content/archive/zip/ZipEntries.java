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
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.openedx.devdata.spec.InputFile;
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
    requireReadable(file);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).setCharset(StandardCharsets.UTF_8).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > limits.entries()) {
        problems.add(
            Position.ofFile(shown),
            "the archive has "
                + entries.size()
                + " entries; at most "
                + limits.entries()
                + " are read");
        return new ZipEntries(shown, Map.of());
      }
      Set<String> seen = new HashSet<>();
      long left = limits.totalBytes();
      for (ZipArchiveEntry entry : entries) {
        String name = name(entry);
        String fault = seen.add(name) ? fault(name) : "stands in the archive twice";
        if (fault.isEmpty() && entry.isDirectory() && entry.getSize() > 0) {
          fault = "is named as a folder, and holds " + entry.getSize() + " bytes";
        }
        if (!fault.isEmpty()) {
          problems.add(Position.ofFile(shown), "entry '" + printable(name) + "' " + fault);
        } else if (!entry.isDirectory()) {
          Unpacked unpacked = unpack(zip, entry, Math.min(left, limits.entryBytes()));
          if (unpacked.tooLong() && left <= limits.entryBytes()) {
            problems.add(
                Position.ofFile(shown),
                "the archive unpacks to more than "
                    + limits.totalBytes()
                    + " bytes; "
                    + limits.remedy());
            return new ZipEntries(shown, Map.of());
          }
          if (unpacked.tooLong()) {
            problems.add(
                Position.ofFile(shown + "!" + name),
                "unpacks to more than " + limits.entryBytes() + " bytes");
          } else if (!unpacked.fault().isEmpty()) {
            problems.add(Position.ofFile(shown + "!" + name), unpacked.fault());
          } else {
            left -= unpacked.bytes().length;
            files.put(name, unpacked.bytes());
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // Damage shows in many ways, of which some are the library's own failures.
      problems.add(
          Position.ofFile(shown),
          "is not a zip file that can be read: it is damaged, cut short or something else; copy or"
              + " make it again");
      return new ZipEntries(shown, Map.of());
    }
    return new ZipEntries(shown, Collections.unmodifiableMap(belowRoot(files)));
  }

  /** The name as it is written; the library changes backslashes, and what is no text. */
  private static String name(ZipArchiveEntry entry) {
    return entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD
        ? entry.getName()
        : new String(entry.getRawName(), StandardCharsets.UTF_8);
  }

  /** Lets a refusal of the system through, which is no damage. */
  private static void requireReadable(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      in.read();
    }
  }

  /**
   * An entry.
   *
   * @param bytes none when there is a fault, or too many of them
   * @param fault why it cannot be unpacked; empty when it can
   * @param tooLong whether it has more bytes than are taken
   */
  private record Unpacked(byte[] bytes, String fault, boolean tooLong) {

    private static final byte[] NONE = {};

    static Unpacked refused(String fault) {
      return new Unpacked(NONE, fault, false);
    }

    static Unpacked damaged(String how) {
      return refused(how + ": it is damaged; copy or make the archive again");
    }
  }

  /** Unpacks an entry, whatever its header says of the number of its bytes. */
  private static Unpacked unpack(ZipFile zip, ZipArchiveEntry entry, long maxBytes) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Unpacked.refused("is encrypted; make the archive again without a password");
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method != ZipMethod.STORED && method != ZipMethod.DEFLATED) {
      return Unpacked.refused(
          "is packed by a method that is not read, %s; make the archive again with deflate"
              .formatted(method == null ? "number " + entry.getMethod() : method));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 16) + 1);
      if (bytes.length > maxBytes) {
        return new Unpacked(Unpacked.NONE, "", true);
      }
      return crc(bytes) == entry.getCrc()
          ? new Unpacked(bytes, "", false)
          : Unpacked.damaged("has other bytes than its checksum says");
    } catch (IOException | RuntimeException e) {
      return Unpacked.damaged("cannot be unpacked");
    }
  }

  /** The library does not compare it. */
  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Fault of a name; empty when there is none. */
  public static String fault(String name) {
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return "has an absolute name; names must be relative to the archive";
    }
    if (name.indexOf('\\') >= 0) {
      return "has a backslash in its name; folders are divided by /";
    }
    if (name.indexOf('\uFFFD') >= 0) {
      return "has a name that is not UTF-8; make the archive again";
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
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

  /**
   * People zip a folder as often as its content: one folder around all is taken off. What stands
   * beside it is named from there.
   */
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
          boolean inside = name.startsWith(roots.get(0));
          below.put(inside ? name.substring(roots.get(0).length()) : "../" + name, bytes);
        });
    return below;
  }

  /** Place of an entry, for messages. */
  public Position at(String name) {
    return Position.ofFile(shown + "!" + name);
  }
}
