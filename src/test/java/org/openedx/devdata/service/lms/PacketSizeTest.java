package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Servers that take only small statements, and rows that are large. */
@DatabaseTest
class PacketSizeTest {

  /** So few that they go by INSERT, with texts whose quoting makes them longer. */
  private static String spec(String bio) {
    return IntStream.range(0, 190)
            .mapToObj(
                i -> "- {username: u%d, groups: [g%d], bio: \"%s\"}\n".formatted(i, i, bio + i))
            .collect(Collectors.joining("", "users:\n", ""))
        + IntStream.range(0, 190)
            .mapToObj(
                i ->
                    ("- {username: u%d, block: 'block-v1:A+B+C+type@problem+block@%s', state: {a:"
                            + " \"%s\"}}\n")
                        .formatted(i, "p".repeat(180) + i, bio))
            .collect(Collectors.joining("", "student_modules:\n", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {24_000, 100_000, 1_048_576})
  void everyStatementFits(int bytes, TestDatabase database) throws SQLException {
    new SpecLab(database, LmsService.lms()).withTables();
    SpecLab lab =
        new SpecLab(
            database.withOption("maxAllowedPacket", String.valueOf(bytes)), LmsService.lms());
    String before = spec("\\\\ '' \uD83D\uDE00 ".repeat(40));
    String after = spec("\uD83D\uDE00 '' \\\\ ".repeat(40));

    assertThat(lab.load(before)).hasSizeGreaterThan(4 * 190);
    assertThat(lab.plan(before)).isEmpty();
    assertThat(lab.load(after)).hasSize(3 * 190);
    assertThat(lab.plan(after)).isEmpty();
    lab.reset(after);

    assertThat(database.value("SELECT COUNT(*) FROM auth_user")).isEqualTo("0");
  }
}
