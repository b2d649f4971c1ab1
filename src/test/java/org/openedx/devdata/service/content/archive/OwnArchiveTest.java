package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problems;

/**
 * An archive of our own in upstream's form: what {@link ArchiveApiTest} shows with a real backup,
 * for machines without that.
 */
class OwnArchiveTest {

  private static final Path LIBRARY =
      Path.of("src/test/resources/org/openedx/devdata/service/content/archive/library");

  @TempDir private Path folder;

  private static Archive read(Path zip) throws IOException {
    Problems problems = new Problems();
    Archive archive = ArchiveApi.read(zip, "library.zip", ArchiveLimits.DEFAULT, problems);
    assertThat(problems.sorted()).isEmpty();
    return archive;
  }

  @Test
  void itsEntitiesAreRead() throws IOException {
    Archive archive = read(TestZip.ofFolder(LIBRARY, folder, ""));

    assertThat(archive.learningPackage().title()).isEqualTo("Plants \"and\" fungi");
    assertThat(archive.entities())
        .extracting(ArchivedEntity::key)
        .containsExactlyInAnyOrder(
            "xblock.v1:html:leaf", "xblock.v1:problem:spores", "week-1-a1b2c3");
    assertThat(archive.collections().get(0).entities())
        .containsExactlyInAnyOrder("xblock.v1:html:leaf", "week-1-a1b2c3");
  }

  @Test
  void itIsWrittenAsItStands() throws IOException {
    Path zip = TestZip.ofFolder(LIBRARY, folder, "");
    Path copy = folder.resolve("copy.zip");

    ArchiveApi.write(read(zip), copy);

    try (ZipFile before = new ZipFile(zip.toFile());
        ZipFile after = new ZipFile(copy.toFile())) {
      for (ZipEntry entry : Collections.list(before.entries())) {
        assertThat(after.getEntry(entry.getName())).as(entry.getName()).isNotNull();
        assertThat(after.getInputStream(after.getEntry(entry.getName())))
            .as(entry.getName())
            .hasSameContentAs(before.getInputStream(entry));
      }
    }
  }
}
