package org.openedx.devdata.service.content.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.history.NameUuid;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaException;
import org.openedx.devdata.service.content.media.MediaStore;
import org.openedx.devdata.service.content.media.MediaType;

class MediaFolderTest {

  private static final String UUID = "0123456789abcdef0123456789abcdef";
  private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

  private final MediaStore store = new MediaStore(true);

  @TempDir Path root;

  @Test
  void newFolderHasTheFilesAndNothingElse() throws IOException {
    Media one = media("one");

    folder().put(List.of(one, media("two")));

    assertThat(folder().of(one.digest())).hasContent("one");
    assertThat(names(folder().folder())).hasSize(2);
    assertThat(names(root.resolve("content"))).containsExactly(NameUuid.dashed(UUID));
  }

  @Test
  void sameBytesOfTwoTypesAreOneFile() throws IOException {
    Media other = store.file(MediaType.parse("text/css").orElseThrow(), ByteSource.of("a"), WHEN);

    folder().put(List.of(media("a"), other));

    assertThat(names(folder().folder())).containsExactly(other.digest());
  }

  @Test
  void whatAnInterruptedRunLeftIsNotTakenOver() throws IOException {
    Path left = root.resolve("content").resolve("." + NameUuid.dashed(UUID) + ".part");
    Files.createDirectories(left);
    Media one = media("one");
    Files.writeString(left.resolve("ffff"), "of another spec");
    Files.writeString(left.resolve(one.digest()), "o");

    folder().put(List.of(one));

    assertThat(left).doesNotExist();
    assertThat(names(folder().folder())).containsExactly(one.digest());
    assertThat(folder().of(one.digest())).hasContent("one");
  }

  @Test
  void filesThatAreMissingOrTooShortAreMended() throws IOException {
    Media one = media("one");
    Media two = media("two");
    folder().put(List.of(one, two));
    Files.delete(folder().of(one.digest()));
    Files.writeString(folder().of(two.digest()), "t");

    folder().put(List.of(one, two));

    assertThat(folder().of(one.digest())).hasContent("one");
    assertThat(folder().of(two.digest())).hasContent("two");
  }

  @Test
  void fileThatCannotBeReadAnyMoreLeavesNothing() throws IOException {
    Path source = Files.writeString(root.resolve("source"), "text");
    Media lost = store.file(MediaType.BYTES, ByteSource.of(source), WHEN);
    Files.delete(source);

    assertThatThrownBy(() -> folder().put(List.of(media("one"), lost)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("cannot read");
    assertThat(names(root.resolve("content"))).isEmpty();
  }

  private Media media(String text) {
    return store.file(MediaType.BYTES, ByteSource.of(text), WHEN);
  }

  private MediaFolder folder() {
    return new MediaFolder(root, UUID);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
