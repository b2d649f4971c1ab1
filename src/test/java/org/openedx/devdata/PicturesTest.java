package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.Page;

/** Pages show pictures that are there, say in words what is on them, and leave none out. */
class PicturesTest {

  private static final Pattern SHOWN = Pattern.compile("!\\[([^]]*)]\\(([^):]+)\\)");
  private static final Path FOLDER = Path.of("docs/pictures");
  private static final int LARGEST = 40_000;

  @Test
  void picturesOfPagesAreThereAndSmall() throws IOException {
    Set<Path> shown = new TreeSet<>();
    for (Page page : Page.all()) {
      for (MatchResult found : SHOWN.matcher(page.text()).results().toList()) {
        assertThat(found.group(1)).as(page.name()).isNotBlank();
        Path picture = Path.of(page.name()).resolveSibling(found.group(2)).normalize();
        assertThat(Files.size(picture)).as("%s", picture).isLessThan(LARGEST);
        shown.add(picture);
      }
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.collect(Collectors.toSet())).isNotEmpty().isEqualTo(shown);
    }
  }
}
