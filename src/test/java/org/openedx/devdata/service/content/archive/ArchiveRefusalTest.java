package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

class ArchiveRefusalTest {

  private static final String UNIT = "entities/u.toml";
  private static final String COMPONENT = "entities/xblock.v1/html/a.toml";

  @TempDir Path folder;

  private List<String> problems(Path zip, ArchiveLimits limits) throws IOException {
    Problems problems = new Problems();
    ArchiveApi.read(zip, "lib.zip", limits, problems);
    return problems.sorted().stream().map(ArchiveRefusalTest::line).toList();
  }

  private List<String> problems(Path zip) throws IOException {
    return problems(zip, ArchiveLimits.DEFAULT);
  }

  private static String line(Problem problem) {
    return problem.position() + ": " + problem.message();
  }

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
            "lib.zip!package.toml: has other bytes than its checksum says: it is damaged or"
                + " encrypted; copy or make the archive again");
  }

  @Test
  void refusesADateThatIsNone() throws IOException {
    Path zip =
        TestZip.of(
            folder, Map.of("package.toml", TestZip.PACKAGE.replace("2025-08-19T", "2026-13-01T")));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!package.toml:9:1: has a value that is none, such as a date with a 13th month;"
                + " correct it");
  }

  @ParameterizedTest
  @CsvSource({"501, title", "70000, title", "10001, description"})
  void refusesTextsThatNoColumnHolds(int length, String key) throws IOException {
    String text =
        TestZip.PACKAGE.replaceAll(key + " = .*", key + " = \"" + "x".repeat(length) + "\"");

    assertThat(problems(TestZip.of(folder, Map.of("package.toml", text))))
        .singleElement()
        .asString()
        .contains("learning_package." + key + " has " + length + " characters");
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
    assertThat(archive.ignored()).hasSize(4);
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
        .startsWith("lib.zip: the archive unpacks to more than 3999 bytes");
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

  @Test
  void tellsWhereTheTomlBreaks() throws IOException {
    Path zip = TestZip.withEntity(folder, UNIT, "[entity]", "key = ");

    assertThat(problems(zip))
        .first()
        .asString()
        .startsWith("lib.zip!entities/u.toml:2:7: is not TOML");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path zip =
        TestZip.ofBytes(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE
                    .replace("\"T\"", "\"\u00dc\"")
                    .getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(problems(zip))
        .containsExactly("lib.zip!package.toml: is not UTF-8; save it in that encoding");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    String text = TestZip.PACKAGE.replace("format_version = 1", "format_version = 2");

    assertThat(problems(TestZip.of(folder, Map.of("package.toml", text))))
        .containsExactly(
            "lib.zip!package.toml:2:1: format_version is '2'; this version of devdata reads format"
                + " 1");
  }

  @Test
  void tellsEverythingThatIsWrongWithAnEntity() throws IOException {
    Path zip =
        TestZip.withEntity(
            folder,
            COMPONENT,
            "[entity]",
            "can_stand_alone = 1",
            "key = \"html:a\"",
            "[entity.draft]",
            "version_num = 3",
            "[[version]]",
            "title = \"A\"",
            "version_num = 2",
            "[[version]]",
            "title = \"A\"",
            "version_num = 2",
            "[[version]]",
            "title = \"A\"",
            "version_num = 0");

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/a.toml:2:1: entity.can_stand_alone must be true or"
                + " false",
            "lib.zip!entities/xblock.v1/html/a.toml:3:1: key 'html:a' is not that of a component;"
                + " write namespace:type:local_key",
            "lib.zip!entities/xblock.v1/html/a.toml:5:1: entity.draft is version 3, which the file"
                + " does not have",
            "lib.zip!entities/xblock.v1/html/a.toml:11:1: version 2 stands in the file twice",
            "lib.zip!entities/xblock.v1/html/a.toml:14:1: version.version_num must be 1 or more,"
                + " not 0");
  }

  @Test
  void refusesAContainerInAContainerOfTheSameType() throws IOException {
    String unit =
        """
        [entity]
        can_stand_alone = true
        key = "%s"
        [entity.container.unit]
        [[version]]
        title = "U"
        version_num = 1
        [version.container]
        children = [%s]
        """;
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                "entities/u.toml",
                unit.formatted("u", "\"v\", \"w\""),
                "entities/v.toml",
                unit.formatted("v", "")));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/u.toml:5:1: a unit holds components, but 'v' is a unit",
            "lib.zip!entities/u.toml:5:1: child 'w' is not in the archive");
  }

  @Test
  void refusesAttachmentsOfAVersionThatIsNotThere() throws IOException {
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                COMPONENT,
                "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:html:a\"\n",
                "entities/xblock.v1/html/a/component_versions/v3/block.xml",
                "<html/>"));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/a/component_versions/v3: has files, but"
                + " entities/xblock.v1/html/a.toml has no version 3 of a component");
  }

  @Test
  void refusesTwoEntitiesWithOneKey() throws IOException {
    String entity = "[entity]\ncan_stand_alone = true\nkey = \"xblock.v1:html:a\"\n";
    Path zip =
        TestZip.of(
            folder,
            Map.of(
                "package.toml",
                TestZip.PACKAGE,
                "entities/xblock.v1/html/a.toml",
                entity,
                "entities/xblock.v1/html/b.toml",
                entity));

    assertThat(problems(zip))
        .containsExactly(
            "lib.zip!entities/xblock.v1/html/b.toml:1:1: key 'xblock.v1:html:a' is also that of"
                + " lib.zip!entities/xblock.v1/html/a.toml");
  }
}
