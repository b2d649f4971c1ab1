package org.openedx.devdata.world.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.testing.SettingsLab;

/** Days of worlds, generated around every limit, held against the rules in words. */
class WindowTest {

  private static final Instant NOW = Instant.parse("2026-03-29T23:59:59Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-29");

  private static final List<Field> FIELDS =
      Stream.concat(WorldKeys.common().stream(), WorldKeys.generated().stream()).toList();

  private static SpecRecord settings(String yaml) {
    return SettingsLab.read(FIELDS, yaml, new Problems());
  }

  private static List<String> problems(SpecRecord settings) {
    Problems problems = new Problems();
    boolean good = Window.check(settings, NOW, problems);
    assertThat(good).isEqualTo(problems.sorted().isEmpty());
    return problems.sorted().stream().map(Problem::message).toList();
  }

  @Test
  void aWindowIsGoodWhenItsDaysRiseAndLieInTheTables() {
    LocalDate[] days = {
      LocalDate.parse("1969-12-31"),
      LocalDate.parse("1970-01-01"),
      LocalDate.parse("2026-01-01"),
      LocalDate.parse("2026-01-02"),
      LocalDate.parse("2106-01-01"),
      LocalDate.parse("2106-01-02")
    };
    for (LocalDate start : days) {
      for (LocalDate end : days) {
        for (LocalDate until : days) {
          String expected =
              !start.isBefore(end)
                  ? "start_date is not before end_date"
                  : until.isBefore(end)
                      ? "courses_until is before end_date"
                      : start.getYear() < 1970 || until.isAfter(LocalDate.parse("2106-01-01"))
                          ? "dates must lie between 1970 and 2105"
                          : "";
          List<String> found =
              problems(
                  settings(
                      "{start_date: %s, end_date: %s, courses_until: %s}"
                          .formatted(start, end, until)));
          if (expected.isEmpty()) {
            assertThat(found).isEmpty();
          } else {
            assertThat(found).singleElement().asString().startsWith(expected);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 90, 0, 0",
    "'{start_date: today - 10d}', 10, 0, 0",
    "'{end_date: today - 1d}', 90, 1, 1",
    "'{courses_until: today + 30d}', 90, 0, -30"
  })
  void whatIsLeftOutFollowsTheClock(String yaml, int start, int end, int until) {
    assertThat(Window.of(settings(yaml), NOW))
        .isEqualTo(
            new Window(
                TODAY.minusDays(start).toEpochDay(),
                TODAY.minusDays(end).toEpochDay(),
                TODAY.minusDays(until).toEpochDay()));
  }

  /** Before the clock is known only what no clock can mend is wrong. */
  @ParameterizedTest
  @CsvSource({
    "'{start_date: today, end_date: today - 1d}', 1",
    "'{start_date: 2026-01-02, end_date: 2026-01-01}', 1",
    "'{start_date: 2030-01-01}', 0",
    "'{start_date: today - 5d, end_date: today, courses_until: 2020-01-01}', 0"
  })
  void timesThatFollowTheClockAreNotComparedWithOthers(String yaml, int wrong) {
    Problems problems = new Problems();
    Window.check(settings(yaml), problems);

    assertThat(problems.sorted()).hasSize(wrong);
  }

  @Test
  void coursesFitTheirWindow() {
    Random random = new Random(41);
    for (int round = 0; round < 300; round++) {
      int days = 1 + random.nextInt(40);
      int length = 1 + random.nextInt(45);
      SpecRecord settings =
          settings("{start_date: today - %dd, course_length_days: %d}".formatted(days, length));
      Problems problems = new Problems();
      Window.of(settings, NOW).checkLength(settings, problems);

      assertThat(problems.sorted().isEmpty())
          .as("%d days of course in %d", length, days)
          .isEqualTo(length < days);
      assertThat(Window.of(settings, NOW).length(settings)).isEqualTo(length);
    }
    SpecRecord without = settings("{start_date: today - 20d}");
    assertThat(Window.of(without, NOW).length(without)).isEqualTo(10);
  }
}
