package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/**
 * The folding takes characters for equal exactly when a real server does. With {@code
 * -Ddevdata.accept=true} the table is written anew from the server's weights.
 */
@DatabaseTest
class CollationDatabaseTest {

  private static final Path TABLE =
      Path.of("src/main/resources/org/openedx/devdata/spec/unicode-ci.txt");

  /** Weights of every character of 16 bits in hexadecimal, by character. */
  private final Map<Integer, String> weights = new TreeMap<>();

  @BeforeEach
  void weigh(TestDatabase database) throws SQLException {
    database.run(
        "CREATE TABLE c (point INT PRIMARY KEY, c VARCHAR(1) NOT NULL)"
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    List<String> inserts = new ArrayList<>();
    for (int start = 0; start < 0x10000; start += 0x800) {
      if (start != 0xD800) { // the halves of pairs
        inserts.add(
            IntStream.range(Math.max(start, 1), start + 0x800)
                .mapToObj("(%1$d, CONVERT(_ucs2 x'%1$04X' USING utf8mb4))"::formatted)
                .collect(Collectors.joining(",", "INSERT INTO c VALUES ", "")));
      }
    }
    database.run(inserts.toArray(String[]::new));
    for (List<String> row : database.rows("SELECT point, HEX(WEIGHT_STRING(c)) FROM c")) {
      weights.put(Integer.valueOf(row.get(0)), row.get(1));
    }
  }

  @Test
  void charactersAreEqualExactlyWhenTheServerSaysSo() throws IOException {
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(TABLE, new TableText(weights).toString());
    }
    Map<String, String> weightOfFold = new HashMap<>();
    Map<String, String> foldOfWeight = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    weights.forEach(
        (point, weight) -> {
          // Behind a letter, since blanks at the end count for nothing.
          String fold = Collation.fold(Character.toString(point) + "x");
          String otherWeight = weightOfFold.putIfAbsent(fold, weight);
          String otherFold = foldOfWeight.putIfAbsent(weight, fold);
          if ((otherWeight != null && !otherWeight.equals(weight))
              || (otherFold != null && !otherFold.equals(fold))) {
            wrong.add("U+%04X %s".formatted(point, Character.toString(point)));
          }
        });
    assertThat(weights).hasSizeGreaterThan(60_000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void wordsAreEqualExactlyWhenTheServerSaysSo(TestDatabase database) throws SQLException {
    String[] words = {
      "anna",
      "ANNA",
      "Anna ",
      " anna",
      "ánna",
      "a\u0301nna",
      "straße",
      "STRASSE",
      "strase",
      "андрей",
      "Андрей",
      "андреи",
      "ещё",
      "еще",
      "ｗｉｄｅ",
      "wide",
      "が",
      "か",
      "カ",
      "한글",
      "\u1112\u1161\u11AB\u1100\u1173\u11AF",
      "कि",
      "क",
      "أحمد",
      "احمد",
      "ışık",
      "isik",
      "İ",
      "i",
      "ﬁn",
      "fin",
      "a\u200Bb",
      "ab",
      "a\tb",
      "a b",
      "😀",
      "😎",
      "x😀",
      "\u00A0",
      "",
      "½",
      "1/2",
      "æ",
      "ae",
    };
    try (Connection connection = database.connect();
        PreparedStatement equal =
            connection.prepareStatement(
                "SELECT CAST(? AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_unicode_ci"
                    + " = CAST(? AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_unicode_ci")) {
      for (String left : words) {
        for (String right : words) {
          equal.setString(1, left);
          equal.setString(2, right);
          try (var result = equal.executeQuery()) {
            result.next();
            assertThat(Collation.fold(left).equals(Collation.fold(right)))
                .as("%s = %s", left, right)
                .isEqualTo(result.getBoolean(1));
          }
        }
      }
    }
  }

  /** Writes the table of characters and what stands for them. */
  private static final class TableText {

    private final Map<String, Integer> firstOfWeight = new HashMap<>();
    private final Map<String, List<Integer>> othersByStand = new TreeMap<>();

    TableText(Map<Integer, String> weights) {
      weights.forEach((point, weight) -> firstOfWeight.putIfAbsent(weight, point));
      weights.forEach(
          (point, weight) -> {
            String stand = stand(weight);
            if (!stand.equals("%04X".formatted(point))) {
              othersByStand.computeIfAbsent(stand, key -> new ArrayList<>()).add(point);
            }
          });
    }

    private String stand(String weight) {
      List<String> parts = new ArrayList<>();
      for (int index = 0; index < weight.length(); ) {
        // A character without weight of its own in the standard has two, the first from FB40 on.
        boolean made = weight.startsWith("FB", index) && weight.charAt(index + 2) >= '4';
        int end = Math.min(weight.length(), index + (made ? 8 : 4));
        Integer first = firstOfWeight.get(weight.substring(index, end));
        if (first == null) {
          return "%04X".formatted(firstOfWeight.get(weight));
        }
        parts.add("%04X".formatted(first));
        index = end;
      }
      return String.join(" ", parts);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(
          "# Characters that utf8mb4_unicode_ci takes for the same, which are those with the");
      text.append(" same\n# primary weights in the Unicode collation 4.0. Written by");
      text.append(" CollationDatabaseTest.\n");
      othersByStand.forEach(
          (stand, others) -> text.append(stand).append(':').append(ranges(others)).append('\n'));
      return text.toString();
    }

    private static String ranges(List<Integer> points) {
      StringBuilder text = new StringBuilder();
      for (int index = 0; index < points.size(); ) {
        int end = index;
        while (end + 1 < points.size() && points.get(end + 1) == points.get(end) + 1) {
          end++;
        }
        text.append(" %04X".formatted(points.get(index)));
        if (end > index) {
          text.append("-%04X".formatted(points.get(end)));
        }
        index = end + 1;
      }
      return text.toString();
    }
  }
}
