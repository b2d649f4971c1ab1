package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bench.SpecAgainstFiles;
import org.openedx.devdata.bench.Stopwatch;
import org.openedx.devdata.bench.TableFiles;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * A published library through the path of specs, against {@code LOAD DATA LOCAL} of ready-made
 * files of the same rows of all tables and a copy of the same media files; each into an empty
 * database and an empty folder, in turns.
 *
 * <p>{@code -Ddevdata.bench.components=N} sets the number of components (10,000), each with three
 * versions and two files; {@code -Ddevdata.bench.rounds=N} the number of rounds (5).
 */
@Tag("bench")
@DatabaseTest
class ContentBench {

  private static final int COMPONENTS =
      Integer.getInteger(
          "devdata.bench.components", Integer.getInteger("devdata.bench.users", 10_000));
  private static final int ROUNDS = Integer.getInteger("devdata.bench.rounds", 5);

  private static final String FILES = "copying the same media files";

  @Test
  void libraryWithThreeVersionsAndTwoFilesEach(TestDatabase database, @TempDir Path folder)
      throws Exception {
    Path media = folder.resolve("media");
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    TestDatabase copy = database.another("copy");
    ContentLab.of(copy, Layout.CURRENT, media);
    TableFiles files = new TableFiles(tables(database), Files.createDirectory(folder.resolve("t")));
    String spec = spec();
    Stopwatch watch = new Stopwatch();
    SpecAgainstFiles compared = new SpecAgainstFiles(lab, spec, database, copy, files, watch);
    watch.rounds(
        ROUNDS,
        round -> {
          compared.round(round);
          Path copied = folder.resolve("copied" + round);
          watch.time(FILES, () -> copy(media, copied));
          // Away with them in the end only: a file system goes on for a while with what was
          // deleted.
          Files.move(media, folder.resolve("loaded" + round));
        });
    assertThat(copy.value("SELECT COUNT(*) FROM openedx_content_componentversionmedia"))
        .isEqualTo(COMPONENTS * 9L + "");
    System.out.printf(
        "%n%,d components, %,d versions, %,d files, spec of %,d kB, %s%n%s",
        COMPONENTS,
        COMPONENTS * 3,
        COMPONENTS * 2,
        spec.length() / 1000,
        database.version(),
        watch.table());
    System.out.print(compared.ratios("at most 1.50", "none"));
  }

  private static List<String> tables(TestDatabase database) throws SQLException {
    List<String> there = database.rows("SHOW TABLES").stream().map(row -> row.get(0)).toList();
    return new ContentService()
        .tables().all().stream()
            .map(Table::name)
            .filter(there::contains)
            .filter(name -> name.startsWith("openedx_content_"))
            .toList();
  }

  private static String spec() {
    StringBuilder text = new StringBuilder("learning_packages:\n");
    text.append("  - {key: lib:Bench:library, title: Library, created: 2026-01-01}\n");
    text.append("components:\n");
    for (int i = 0; i < COMPONENTS; i++) {
      text.append("  - type: problem\n    key: p").append(i);
      text.append("\n    title: Problem ").append(i).append("\n    created_by: ada\n");
      text.append("    olx: '<problem><p>What is ").append(i).append(" + 1?</p></problem>'\n");
      text.append("    files:\n");
      for (String name : List.of("static/a.txt", "static/b.svg")) {
        text.append("      - {path: ").append(name).append(", text: \"").append(name);
        text.append(" of ").append(i).append(" ").append("lorem ipsum ".repeat(10)).append("\"}\n");
      }
      text.append("    versions:\n");
      text.append("      - {at: 2026-01-02, by: bob, title: Second}\n");
      text.append("      - {at: 2026-01-03, olx: '<problem>").append(i).append("</problem>'}\n");
    }
    return text.append("publishes: [{at: 2026-01-04, by: ada}]\n").toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      all.forEach(
          one -> {
            try {
              Files.copy(one, to.resolve(from.relativize(one).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
