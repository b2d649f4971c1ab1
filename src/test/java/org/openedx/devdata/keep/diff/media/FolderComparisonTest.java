package org.openedx.devdata.keep.diff.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.keep.diff.Change;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.TableDiff;
import org.openedx.devdata.keep.snapshot.media.SavedFile;
import org.openedx.devdata.keep.snapshot.media.SavedFolder;

class FolderComparisonTest {

  private static SavedFile file(String path, long size, String checksum) {
    return new SavedFile(path, size, checksum, "", 1);
  }

  private static SavedFile link(String path, String target) {
    return new SavedFile(path, 0, "", target, 0);
  }

  @Test
  void filesDifferByKindSizeAndContent() {
    SavedFolder before =
        new SavedFolder(
            List.of(
                file("same", 1, "x"),
                file("content", 2, "x"),
                file("size", 3, "x"),
                file("kind", 4, "x"),
                link("link", "same"),
                file("gone", 5, "x")));
    SavedFolder after =
        new SavedFolder(
            List.of(
                file("same", 1, "x"),
                file("content", 2, "y"),
                file("size", 4, "x"),
                link("kind", "same"),
                link("link", "size"),
                file("more", 6, "x")));

    StoreDiff diff = new FolderComparison(any -> true, 3, any -> {}).compare(before, after);

    assertThat(diff.equal()).isEqualTo(1);
    TableDiff files = diff.tables().get(0);
    assertThat(List.of(files.added(), files.removed(), files.changed()))
        .containsExactly(1L, 1L, 4L);
    assertThat(files.rows()).hasSize(3);
    assertThat(files.rows().get(0).name()).containsExactly("content");
    assertThat(files.rows().get(0).columns().get(0).column()).isEqualTo("checksum");
    assertThat(files.rows().get(1).change()).isEqualTo(Change.REMOVED);
    assertThat(files.rows().get(2).columns()).hasSize(2);
    assertThat(new FolderComparison("same"::equals, 3, any -> {}).compare(before, after).differs())
        .isFalse();
  }
}
