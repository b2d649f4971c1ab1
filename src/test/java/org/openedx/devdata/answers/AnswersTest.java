package org.openedx.devdata.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.model.Worlds;

class AnswersTest {

  private static Lives lives() {
    World world = Worlds.of(5, 700, List.of(new CourseSize("wide", 2, 600, 8, 4, 2, 4, 8, 4)));
    return new Lives(world, HabitReader.of("campus", Optional.empty()).habits());
  }

  @Test
  void areTheSameWhateverTheThreads() throws Exception {
    Map<String, String> one = CountedAnswers.text(lives(), 1);
    assertThat(CountedAnswers.text(lives(), 3)).isEqualTo(one);
    assertThat(one.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Charts.ALL.stream().map(chart -> chart.table().name()).toList());
  }

  @Test
  void noTwoRowsHaveTheSameKeys() throws Exception {
    Map<String, String> texts = CountedAnswers.text(lives(), 2);
    Charts.ALL.forEach(
        chart -> {
          int keys = chart.table().keys().size();
          List<List<String>> rows = CountedAnswers.rows(texts.get(chart.table().name()));
          assertThat(rows)
              .allSatisfy(row -> assertThat(row).hasSize(chart.table().columns().size()));
          assertThat(rows.stream().map(row -> row.subList(0, keys)).collect(Collectors.toSet()))
              .as(chart.table().name())
              .hasSameSizeAs(rows);
        });
  }
}
