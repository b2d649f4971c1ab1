package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

/** Zip files as many programs write them, and as damage and malice leave them. */
class ZipFormsTest {

  private static final String FOLDER = "entities/xblock.v1/html/ä_日本/";

  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

  static {
    String entity =
        "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:html:a\"\n[entity.draft]\nversion_num = 1\n"
            + "[[version]]\ntitle = \"A\"\nversion_num = 1\n";
    put("package.toml", TestZip.PACKAGE);
    put("entities/xblock.v1/html/ä_日本.toml", entity);
    put(FOLDER + "component_versions/v1/block.xml", "<html>é</html>");
    put(FOLDER + "component_versions/v1/static/große Datei.txt", "x".repeat(9_000));
  }

  private static final Pattern RAW =
      Pattern.compile("Exception|java\\.|\\bnull\\b|CEN|END header|LOC|EOF|out of bounds");

  @TempDir private Path folder;

  private static void put(String name, String text) {
    FILES.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** How a program writes a zip file. */
  private record Form(
      int method,
      Zip64Mode sizes,
      boolean unicodeFields,
      boolean streamed,
      String root,
      boolean folders) {

    byte[] written() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      // A stream that cannot go back: sizes stand behind the data.
      try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
        out.setUseZip64(sizes);
        out.setCreateUnicodeExtraFields(
            unicodeFields ? UnicodeExtraFieldPolicy.ALWAYS : UnicodeExtraFieldPolicy.NEVER);
        out.setComment("made by hand");
        if (folders) {
          out.putArchiveEntry(new ZipArchiveEntry(root + "entities/"));
          out.closeArchiveEntry();
        }
        for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
          ZipArchiveEntry entry = new ZipArchiveEntry(root + file.getKey());
          entry.setMethod(method);
          entry.setComment("ein Kommentar");
          if (!streamed || method == ZipArchiveEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(file.getValue());
            entry.setCrc(crc.getValue());
            entry.setSize(file.getValue().length);
          }
          out.putArchiveEntry(entry);
          out.write(file.getValue());
          out.closeArchiveEntry();
        }
      }
      return bytes.toByteArray();
    }
  }

  private static final Form PLAIN =
      new Form(ZipArchiveEntry.DEFLATED, Zip64Mode.AsNeeded, false, true, "", false);

  private Archive read(byte[] zip, List<String> faults, ArchiveLimits limits) throws IOException {
    Path file = Files.write(folder.resolve("lib.zip"), zip);
    Problems problems = new Problems();
    Archive archive = ArchiveApi.read(file, "lib.zip", limits, problems);
    problems.sorted().stream().map(Problem::toString).forEach(faults::add);
    problems.warnings().stream().map(Problem::toString).forEach(faults::add);
    return archive;
  }

  private List<String> faults(byte[] zip) throws IOException {
    List<String> faults = new java.util.ArrayList<>();
    read(zip, faults, ArchiveLimits.DEFAULT);
    return faults;
  }

  private static List<String> attachments(Archive archive) {
    return archive.entities().get(0).versions().get(0).files().stream()
        .map(file -> file.path() + " " + file.bytes().read().length)
        .sorted()
        .toList();
  }

  @Test
  void everyFormIsReadAlike() throws IOException {
    for (int number = 0; number < 2 * 3 * 16; number++) {
      Form form =
          new Form(
              number % 2 == 0 ? ZipArchiveEntry.STORED : ZipArchiveEntry.DEFLATED,
              Zip64Mode.values()[number / 2 % 3],
              (number / 6 & 1) == 1,
              (number / 6 & 2) == 2,
              (number / 6 & 4) == 4 ? "Bibliothek ü/" : "",
              (number / 6 & 8) == 8);
      if (form.streamed() && form.sizes() == Zip64Mode.Never) {
        continue; // Such a writer does not know how large the entry is going to be.
      }
      // Where sizes are long, so are places, which a program in front of the archive moves.
      String program = form.sizes() == Zip64Mode.Always ? "" : "#!/bin/sh\nexit 1\n";
      for (String before : new String[] {"", program}) {
        List<String> faults = new java.util.ArrayList<>();
        byte[] stub = before.getBytes(StandardCharsets.UTF_8);
        byte[] zip = form.written();
        byte[] whole = Arrays.copyOf(stub, stub.length + zip.length);
        System.arraycopy(zip, 0, whole, stub.length, zip.length);
        Archive archive = read(whole, faults, ArchiveLimits.DEFAULT);

        assertThat(faults).as("%s", form).isEmpty();
        assertThat(attachments(archive))
            .as("%s", form)
            .containsExactly("block.xml 15", "static/große Datei.txt 9000");
      }
    }
  }

  /** Sets bits and bytes of every entry's heads, in front of its data and at the end. */
  private static byte[] patched(byte[] zip, int local, int value) {
    byte[] patched = zip.clone();
    for (int at = 0; at + 4 < zip.length; at++) {
      boolean front = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4;
      boolean end = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
      if (front || end) {
        patched[at + local + (end ? 2 : 0)] |= (byte) value;
      }
    }
    return patched;
  }

  @Test
  void encryptionAndForeignMethodsAreNamed() throws IOException {
    assertThat(faults(patched(PLAIN.written(), 6, 1)))
        .hasSize(FILES.size())
        .contains("lib.zip!package.toml: is encrypted; make the archive again without a password");
    for (Map.Entry<Integer, String> method :
        Map.of(9, "ENHANCED_DEFLATED", 12, "BZIP2", 14, "LZMA", 93, "ZSTD", 77, "number 77")
            .entrySet()) {
      Form stored = new Form(ZipArchiveEntry.STORED, Zip64Mode.AsNeeded, false, false, "", false);
      assertThat(faults(patched(stored.written(), 8, method.getKey())))
          .as(method.getValue())
          .hasSize(FILES.size())
          .contains(
              "lib.zip!package.toml: is packed by a method that is not read, %s; make the archive again with deflate"
                  .formatted(method.getValue()));
    }
  }

  @Test
  void noPartOfAZipFileIsTakenForTheWhole() throws IOException {
    byte[] zip = PLAIN.written();
    int end = zip.length - "made by hand".length();
    for (int length = 0; length < end; length += length < end - 600 ? 37 : 1) {
      assertThat(faults(Arrays.copyOf(zip, length)))
          .as("%d bytes", length)
          .first()
          .asString()
          .startsWith("lib.zip: is not a zip file that can be read");
    }
  }

  @Test
  void everyByteOfTheDirectoryMayBeWrong() throws IOException {
    byte[] zip = PLAIN.written();
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf("PK\001\002");
    Random random = new Random(5);
    for (int at = begin; at < zip.length; at++) {
      for (int value : new int[] {0, 0xff, zip[at] ^ 1 << random.nextInt(8)}) {
        byte[] damaged = zip.clone();
        damaged[at] = (byte) value;
        assertThat(faults(damaged))
            .as("byte %d is %d", at, value)
            .allSatisfy(
                fault ->
                    assertThat(fault.replaceAll("'[^']*'|\"[^\"]*\"", ""))
                        .startsWith("lib.zip")
                        .doesNotContainPattern(RAW));
      }
    }
  }

  @Test
  void aFolderWithBytesAndFilesOfOthersAreReported() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach((name, bytes) -> files.put("lib/" + name, bytes));
    files.put("lib/notes.txt", new byte[3]);
    files.put("lib/more.zip", PLAIN.written());
    files.put("entities/outside.toml", new byte[0]);
    files.put("__MACOSX/lib/._package.toml", new byte[] {0, 5, 22, 7});
    assertThat(faults(Files.readAllBytes(TestZip.ofBytes(folder, files))))
        .containsExactly(
            "lib.zip: 3 of its files are none of an archive's and are left out:"
                + " \"../entities/outside.toml\", \"more.zip\", \"notes.txt\"");
    // The last letter of a name becomes the mark of a folder.
    byte[] zip = PLAIN.written();
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("block.xml"); at >= 0; at = text.indexOf("block.xml", at + 1)) {
      zip[at + 8] = '/';
    }
    assertThat(faults(zip))
        .singleElement()
        .asString()
        .endsWith("component_versions/v1/block.xm/' is named as a folder, and holds 15 bytes");
  }

  @ParameterizedTest
  @CsvSource({"60000000, 1", "9000000, 12"})
  void whatUnpacksToMoreThanMemoryIsRefused(int bytes, int times) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zipped)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (int i = 0; i < times; i++) {
        TestZip.put(out, "entities/bomb" + i, new byte[bytes]);
      }
    }
    List<String> faults = new java.util.ArrayList<>();
    read(zipped.toByteArray(), faults, new ArchiveLimits(100, 50_000_000, 100_000_000));

    assertThat(faults.get(0))
        .startsWith(
            times == 1
                ? "lib.zip!entities/bomb0: unpacks to more than 50000000 bytes"
                : "lib.zip: the archive unpacks to more than 100000000 bytes; give Java more memory");
  }
}
