package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.Problems;

/** Read in pieces, a file gives the same tree as read in one go, or none. */
class PiecewiseComposerTest {

  private static final String[] LINES = {
    "users:",
    "courses:",
    "- a: b",
    "  - {username: jane, email: jane@example.com}",
    "  - username: jim",
    "    email: 'jim",
    "    x: |",
    "      text",
    "    list:",
    "      - one",
    "      - [two, three,",
    "  - four]",
    "  - five'",
    "  - &a {b: c}",
    "  - *a",
    "  - \"six",
    "# a comment",
    "",
    "notes: plain text",
    "  - goes on",
    "    - deeper",
    "settings: {create_missing: true}",
    "---",
    "...",
  };

  private final Interpolation interpolation = new Interpolation(name -> null);

  private SpecNode inPieces(String text, int size) {
    return new PiecewiseComposer(YamlLimits.DEFAULT, interpolation)
        .composeOrNull("f.yaml", text, size);
  }

  private static String inOneGo(String text) {
    Problems problems = new Problems();
    Optional<SpecNode> root =
        new YamlReader(YamlLimits.DEFAULT, name -> null)
            .read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
    return problems.isEmpty() && root.isPresent() ? shown(root.get()) : problems.sorted() + "";
  }

  /** A tree with all places. */
  private static String shown(SpecNode node) {
    StringBuilder text = new StringBuilder();
    text.append(node.line()).append(':').append(node.column()).append(' ');
    if (node instanceof ScalarNode scalar) {
      text.append('"').append(scalar.text()).append('"');
    } else if (node instanceof ListNode list) {
      list.items().forEach(item -> text.append("[ ").append(shown(item)).append(" ]"));
    } else if (node instanceof MapNode map) {
      for (int entry = 0; entry < map.size(); entry++) {
        text.append("{ ").append(map.keyLine(entry)).append(':').append(map.keyColumn(entry));
        text.append(' ').append(map.key(entry)).append('=');
        text.append(shown(map.value(entry))).append(" }");
      }
    }
    return text.toString();
  }

  @Test
  void anyMixtureOfLinesGivesTheSameOrNothing() {
    Random random = new Random(20261122);
    int joined = 0;
    for (int run = 0; run < 40_000; run++) {
      StringBuilder text = new StringBuilder("users:\n");
      for (int line = random.nextInt(14); line >= 0; line--) {
        // Mostly what specs are made of, or few of the files would be any.
        int kind = random.nextInt(3) == 0 ? random.nextInt(LINES.length) : 3;
        text.append(LINES[kind]).append('\n');
      }
      SpecNode root = inPieces(text.toString(), 1 + random.nextInt(120));
      if (root != null) {
        joined++;
        assertThat(shown(root)).as(text.toString()).isEqualTo(inOneGo(text.toString()));
      }
    }
    assertThat(joined).isGreaterThan(4_000);
  }

  @Test
  void severalListsAreJoined() {
    String text =
        """
        users:
          - {username: a}
          - {username: b}
          - {username: c}
        courses:
          - {course_id: course-v1:a+b+c}
        enrollments:
          - username: a
            course_id: course-v1:a+b+c
          - username: b
            course_id: course-v1:a+b+c
        """;
    assertThat(shown(inPieces(text, 30))).isEqualTo(inOneGo(text));
  }

  @Test
  void aKeyThatStandsTwiceIsLeftToTheReaderInOneGo() {
    String text = "users:\n  - {username: a}\ncourses: []\nusers:\n  - {username: b}\n";
    assertThat(inPieces(text, 10)).isNull();
  }

  @Test
  void anAliasToAnEarlierPieceIsLeftToTheReaderInOneGo() {
    String text = "users:\n  - &a {username: a}\n  - {username: b}\n  - *a\n";
    assertThat(inPieces(text, 10)).isNull();
  }

  @Test
  void tooDeepIsLeftToTheReaderInOneGo() {
    YamlLimits flat = new YamlLimits(1 << 20, 1 << 20, 2, 100);
    String text = "users:\n  - {username: a}\n  - {username: b}\n  - {username: {c: d}}\n";
    assertThat(new PiecewiseComposer(flat, interpolation).composeOrNull("f.yaml", text, 10))
        .isNull();
  }
}
