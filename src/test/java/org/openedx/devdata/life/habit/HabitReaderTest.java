package org.openedx.devdata.life.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;

class HabitReaderTest {

  private final Problems problems = new Problems();

  @Test
  void everyReadySetHasEveryNumber() {
    for (String set : HabitReader.SETS) {
      HabitReader reader = HabitReader.of(set, Optional.empty());
      HabitKeys.fields().forEach(field -> assertThat(reader.base().has(field.name())).isTrue());
      assertThat(reader.habits().personas()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void setsWithoutAPersonaOrAnyEnrolmentAreRefused() {
    String none =
        """
        enrol_before: 0
        enrol_first_day: 0
        enrol_during: 0
        enrol_after: 0
        personas: {steady: {share: 0}, crammer: {share: 0}, fader: {share: 0}}
        """;
    HabitReader.of("campus", Optional.of(HabitYaml.read(none))).check(problems);
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactly(
            "enrol_before has no weight above 0, so nothing can be chosen; give one",
            "personas has no weight above 0, so nothing can be chosen; give one");
  }

  @Test
  void changesWinAndAllElseIsTheSets() {
    SpecRecord changes =
        HabitYaml.read(
            "enter: 0.25\npersonas: {sampler: {share: 7}, guest: {stay: 0.2, graded: 0}}");
    Habits habits = HabitReader.of("open", Optional.of(changes)).habits();
    Habits open = HabitReader.of("open", Optional.empty()).habits();
    assertThat(habits.enter()).isEqualTo(0.25);
    assertThat(habits.oneVisit()).isEqualTo(open.oneVisit());
    Persona sampler = habits.personas().get(0);
    assertThat(sampler.share()).isEqualTo(7);
    assertThat(sampler.stay()).isEqualTo(open.personas().get(0).stay());
    Persona guest = habits.personas().get(habits.personas().size() - 1);
    assertThat(guest.name()).isEqualTo("guest");
    assertThat(guest.graded()).isZero();
    assertThat(guest.videos()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enter: 1.5                       | 1:1: enter is 1.5; write a number from 0.0 to 1.0
          personas: {sampler: {stay: 0}}   | 1:22: stay is 0.0; write a number from 0.001 to 100.0
          modes: {audit: -1}               | 1:16: the weight of audit is -1.0; write 0 or more
          hours: [1, 2]                    | 1:1: hours has 2 values; write 24, each above 0
          modes: {audit: 0}                | 1:1: modes has no weight above 0
          modes: {}                        | 1:1: modes has no weight above 0
          """)
  void valuesOutOfTheirLimitsAreReportedWhereTheyStand(String yaml, String message) {
    HabitReader.of("open", Optional.of(HabitYaml.read(yaml))).check(problems);
    assertThat(problems.sorted()).extracting(Problem::toString).hasSize(1);
    String place = message.substring(message.indexOf(' ') + 1);
    assertThat(problems.sorted().get(0).toString()).startsWith("life.yaml:1:").contains(place);
  }
}
