package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.service.content.archive.zip.FileNames;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.testing.SharedFixtures;

class ArchiveApiTest {

  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Position NOWHERE = Position.ofFile("nowhere");

  @TempDir Path folder;

  private static Path fixture() {
    return SharedFixtures.required("openedx_content/library_backup_subset");
  }

  private static Archive read(Path zip) throws IOException {
    Problems problems = new Problems();
    Archive archive = ArchiveApi.read(zip, "lib.zip", ArchiveLimits.DEFAULT, problems);
    assertThat(problems.sorted()).isEmpty();
    return archive;
  }

  private static ArchivedEntity entity(Archive archive, String part) {
    return archive.entities().stream()
        .filter(entity -> entity.key().contains(part))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsUpstreamsBackup() throws IOException {
    Archive archive = read(TestZip.ofFolder(fixture(), folder, ""));

    assertThat(archive.meta())
        .isEqualTo(
            new ArchiveMeta(
                "lp_user",
                "lp_user@example.com",
                Instant.parse("2025-10-05T18:23:45.180535Z"),
                "cms.test"));
    assertThat(archive.learningPackage().key()).isEqualTo("lib:WGU:LIB_C001");
    assertThat(archive.entities()).hasSize(4);
    ArchivedEntity html = entity(archive, ":html:");
    assertThat(html.draft()).hasValue(5);
    assertThat(html.published()).hasValue(4);
    assertThat(html.versions().get(0).files())
        .extracting(ArchivedFile::path)
        .containsExactlyInAnyOrder("block.xml", "static/me.png");
    assertThat(html.versions().get(0).files().get(1).bytes().read()).hasSize(4_278);
    ArchivedEntity unit = entity(archive, "unit1");
    assertThat(unit.container()).contains(ContainerType.UNIT);
    assertThat(unit.published()).isEmpty();
    assertThat(unit.versions().get(0).children())
        .extracting(ArchivedChild::key)
        .containsExactly("xblock.v1:video:22601ebd-9da8-430b-9778-cfe059a98568");
    assertThat(archive.collections().get(0).entities()).hasSize(2);
  }

  @Test
  void readsAnArchiveInOneFolder() throws IOException {
    Archive archive = read(TestZip.ofFolder(fixture(), folder, "my-library/"));

    assertThat(archive.entities()).hasSize(4);
  }

  @Test
  void writesTheTextsOfUpstreamsBackup() throws IOException {
    Path zip = TestZip.ofFolder(fixture(), folder, "");
    Path copy = folder.resolve("copy.zip");

    ArchiveApi.write(read(zip), copy);

    try (ZipFile before = new ZipFile(zip.toFile());
        ZipFile after = new ZipFile(copy.toFile())) {
      for (ZipEntry entry : Collections.list(before.entries())) {
        assertThat(bytes(after, entry.getName()))
            .as(entry.getName())
            .isEqualTo(bytes(before, entry.getName()));
      }
      assertThat(after.getEntry("entities/xblock.v1/")).isNotNull();
      assertThat(
              after.getEntry(
                  "entities/xblock.v1/video/22601ebd-9da8-430b-9778-cfe059a98568/component_versions/v3/static/"))
          .isNotNull();
    }
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  private static ArchivedVersion version(int number, List<ArchivedChild> children) {
    return new ArchivedVersion(number, "", Optional.of(THEN), children, List.of(), NOWHERE);
  }

  private static ArchivedEntity component(String key, int draft, int... versions) {
    return new ArchivedEntity(
        key,
        Optional.empty(),
        true,
        THEN,
        draft == 0 ? OptionalInt.empty() : OptionalInt.of(draft),
        OptionalInt.of(versions[0]),
        Arrays.stream(versions)
            .mapToObj(
                number ->
                    new ArchivedVersion(
                        number,
                        "\"T\" \\ \n\u0001 \u00fc \ud83d\udc22",
                        Optional.of(THEN),
                        List.of(),
                        List.of(
                            new ArchivedFile("block.xml", ByteSource.of("<a>" + number + "</a>"))),
                        NOWHERE))
            .toList(),
        NOWHERE);
  }

  private Archive roundTrip(List<ArchivedEntity> entities) throws IOException {
    Archive archive =
        new Archive(
            new ArchiveMeta("someone", "", THEN, ""),
            new ArchivedPackage("lib:O:s", "", "", THEN, THEN),
            entities,
            List.of(),
            List.of());
    Path zip = folder.resolve("trip.zip");
    ArchiveApi.write(archive, zip);
    return read(zip);
  }

  @Test
  void keepsFilesOfComponentsWhoseFileIsNotNamedLikeThem() throws IOException {
    Archive back =
        roundTrip(
            List.of(
                component("xblock.v1:html:intro", 1, 1),
                component("xblock.v1:problem:Intro", 1, 1),
                component("xblock.v1:problem:My.Great problem", 2, 1, 2)));

    assertThat(back.entities())
        .allSatisfy(entity -> assertThat(entity.versions().get(0).files()).hasSize(1));
    ArchivedVersion second = entity(back, "Great").versions().get(1);
    assertThat(new String(second.files().get(0).bytes().read(), StandardCharsets.UTF_8))
        .isEqualTo("<a>2</a>");
    assertThat(second.title()).isEqualTo("\"T\" \\ \n\u0001 \u00fc \ud83d\udc22");
  }

  @Test
  void keepsDeletedDraftsPinsAndBlankTitles() throws IOException {
    ArchivedEntity unit =
        new ArchivedEntity(
            "u",
            Optional.of(ContainerType.UNIT),
            true,
            THEN,
            OptionalInt.of(1),
            OptionalInt.empty(),
            List.of(
                version(
                    1,
                    List.of(
                        new ArchivedChild("xblock.v1:html:a", OptionalInt.of(1)),
                        new ArchivedChild("xblock.v1:html:a", OptionalInt.empty())))),
            NOWHERE);

    Archive back = roundTrip(List.of(unit, component("xblock.v1:html:a", 0, 2, 1)));

    assertThat(entity(back, ":a").draft()).isEmpty();
    assertThat(entity(back, ":a").published()).hasValue(2);
    assertThat(back.learningPackage().title()).isEmpty();
    assertThat(entity(back, "u").versions().get(0).children())
        .containsExactlyElementsOf(unit.versions().get(0).children());
    assertThat(back.meta().createdBy()).isEqualTo("someone");
  }

  @Test
  void namesFilesAsUpstreamDoes() {
    FileNames names = new FileNames();

    assertThat(names.of("intro")).isEqualTo("intro");
    assertThat(names.of("intro")).isEqualTo("intro_29c04f");
    assertThat(names.of("My.Great  problem -- No_1_")).isEqualTo("mygreat-problem-no_1");
    assertThat(names.of("\u00dcbung")).isEqualTo("\u00fcbung");
    assertThat(names.of("!!!")).matches("_[0-9a-f]{6}");
  }
}
