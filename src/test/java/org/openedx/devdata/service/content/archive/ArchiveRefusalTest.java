package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problems;

/** Zip files that are no archive, damaged, hostile or too large. */
class ArchiveRefusalTest extends RefusedArchives {

  @ParameterizedTest
  @CsvSource({
    "../evil.toml, leads out of the archive",
    "entities/../../evil, leads out of the archive",
    "/etc/passwd, has an absolute name",
    "C:/evil, has an absolute name",
    "entities//evil, has an empty part",
    "./evil, has an empty part"
  })
  void refusesNamesThatLeadElsewhere(String name, String fault) throws IOException {
    Path zip = TestZip.of(folder, Map.of("package.toml", TestZip.PACKAGE, name, ""));

    assertThat(problems(zip)).singleElement().asString().contains("'" + name + "' " + fault);
  }

  @Test
  void refusesAnEntryWhoseChecksumIsWrong() throws IOException {
    Path zip = TestZip.of(folder, Map.of("package.toml", TestZip.PACKAGE));
    byte[] bytes = Files.readAllBytes(zip);
    // The central directory is last; its checksum stands sixteen bytes behind its mark.
    int mark = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\001\002");
    bytes[mark + 16] ^= 1;
    Files.write(zip, bytes);

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!package.toml: has other bytes than its checksum says: it is damaged; copy or make"
                + " the archive again");
  }

  @Test
  void ignoresWhatAMacLeaves() throws IOException {
    Problems problems = new Problems();
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                "._package.toml",
                "\0\5\26\7",
                "entities/xblock.v1/html/._a.toml",
                "\0\5\26\7",
                "__MACOSX/entities/._u.toml",
                "",
                "entities/.DS_Store",
                ""));

    Archive archive = ArchiveApi.read(zip, "lib.zip", ArchiveLimits.DEFAULT, problems);

    assertThat(problems.sorted()).isEmpty();
    assertThat(problems.warnings()).isEmpty();
    assertThat(archive.ignored()).isEmpty();
  }

  @Test
  void refusesBackslashesInNames() throws IOException {
    Path zip = folder.resolve("lib.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("entities\\evil"));
    }

    assertThat(problems(zip)).first().asString().contains("has a backslash in its name");
  }

  @Test
  void refusesAnEntryThatStandsTwice() throws IOException {
    Path zip = folder.resolve("lib.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
      byte[] bytes = TestZip.PACKAGE.getBytes(StandardCharsets.UTF_8);
      TestZip.put(out, "package.toml", bytes);
      TestZip.put(out, "package.toml", bytes);
    }

    assertThat(problems(zip))
        .containsExactly("lib.zip: entry 'package.toml' stands in the archive twice");
  }

  @Test
  void refusesNamesThatAreNotUtf8() throws IOException {
    Path zip = folder.resolve("lib.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
      out.setEncoding("ISO-8859-1");
      out.setUseLanguageEncodingFlag(false);
      TestZip.put(out, "package.toml", TestZip.PACKAGE.getBytes(StandardCharsets.UTF_8));
      TestZip.put(out, "entities/\u00fc.toml", new byte[0]);
    }

    assertThat(problems(zip)).singleElement().asString().contains("not UTF-8");
  }

  @Test
  void refusesAFileThatUnpacksToMoreThanAMediumMayHave() throws IOException {
    Path zip =
        TestZip.ofBytes(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE.getBytes(StandardCharsets.UTF_8),
                "big",
                new byte[3_000]));

    assertThat(problems(zip, new ArchiveLimits(10, 2_999, 100_000)))
        .containsExactly("lib.zip!big: unpacks to more than 2999 bytes");
    assertThat(problems(zip, new ArchiveLimits(10, 3_000, 100_000))).isEmpty();
  }

  @Test
  void refusesAnArchiveThatUnpacksToTooMuch() throws IOException {
    Path zip = TestZip.ofBytes(folder, Map.of("a", new byte[2_000], "b", new byte[2_000]));

    assertThat(problems(zip, new ArchiveLimits(10, 5_000, 3_999)))
        .startsWith(
            "lib.zip: the archive unpacks to more than 3999 bytes; give Java more memory"
                + " (DEVDATA_OPTS=-Xmx4g), or divide the archive");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    Path zip = TestZip.of(folder, Map.of("a", "", "b", "", "c", ""));

    assertThat(problems(zip, new ArchiveLimits(2, 100, 100)))
        .startsWith("lib.zip: the archive has 3 entries; at most 2 are read");
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    Path zip = Files.writeString(folder.resolve("lib.zip"), "hello");

    assertThat(problems(zip)).first().asString().startsWith("lib.zip: is not a zip file");
  }

  @Test
  void missesThePackage() throws IOException {
    assertThat(problems(TestZip.of(folder, Map.of("x/package.txt", ""))))
        .containsExactly(
            "lib.zip: has no package.toml; it must stand at the top or in the only folder");
  }
}
