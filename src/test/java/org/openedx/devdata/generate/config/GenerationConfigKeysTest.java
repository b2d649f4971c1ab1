package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.generate.config.ConfigTexts.DIALECT_3;
import static org.openedx.devdata.generate.config.ConfigTexts.OWN;
import static org.openedx.devdata.generate.config.ConfigTexts.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the current dialect and of this tool: each is read, and has its default. */
public class GenerationConfigKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv",
        "csv_file",
        "clickhouse",
        "ralph",
        "ralph_clickhouse",
        "vector",
        "chdb",
        "lake",
        "discard"
      })
  void everyBackEndKnowsEveryKey(String backend) {
    assertThat(read("backend: " + backend + "\n" + DIALECT_3 + OWN).world().courseLengthDays())
        .isEqualTo(120);
  }

  @Test
  void theKeysOfTheNewDialectAreHeeded() {
    GenerationConfig config = read("backend: csv\n" + DIALECT_3);

    assertThat(config.log()).isEqualTo(new GenerationConfig.Log("logs", 1000, 2));
    assertThat(config.world().lmsUrl()).isEqualTo("http://lms.example:18000");
    assertThat(config.statements().random()).isEqualTo(300);
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2014-01-01").toEpochDay());
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2014-11-27").toEpochDay());
    assertThat(config.world().organizations()).isEqualTo(3);
    assertThat(config.world().learners()).isEqualTo(10);
    assertThat(config.world().profileChanges()).isEqualTo(5);
    assertThat(config.world().publishes()).isEqualTo(6);
    assertThat(config.world().sizes())
        .extracting("name", "runs", "forumPosts")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("small", 1, 20),
            org.assertj.core.groups.Tuple.tuple("huge", 2, 1000));
    assertThat(config.database())
        .isEqualTo(
            new GenerationConfig.Database(
                "clickhouse.example",
                8123,
                false,
                "loader",
                "one",
                Optional.of("xapi2"),
                "sink2",
                "xapi_events_all"));
    assertThat(config.store())
        .isEqualTo(
            new GenerationConfig.ObjectStore(
                "https://s3.example/bucket/",
                "bucket",
                "prefix/",
                null,
                null,
                "key",
                "three",
                false,
                false));
    assertThat(config.output().destination()).isEqualTo(".");
  }

  @Test
  void theKeysOfThisToolAreHeeded() {
    GenerationConfig config = read("backend: chdb\n" + DIALECT_3 + OWN);

    assertThat(config.world().seed()).isEqualTo(11);
    assertThat(config.output())
        .isEqualTo(
            new GenerationConfig.Output(
                3,
                "zstd",
                OptionalInt.of(5),
                new Slice(2, 4),
                5000,
                Optional.of(false),
                Optional.of(true),
                9,
                "."));
    assertThat(config.statements().transformerVersion()).isEqualTo("event-routing-backends@10.0.0");
    assertThat(config.database().secure()).isTrue();
    assertThat(config.store().endpoint()).isEqualTo("http://localhost:9000");
    assertThat(config.store().region()).isEqualTo("eu-north-1");
    assertThat(config.store().pathStyle()).isFalse();
  }

  @Test
  void theDefaultsAreThoseOfThePeerWhereItHasAny() {
    GenerationConfig config =
        read(
            "backend: discard\n"
                + DIALECT_3
                    .lines()
                    .filter(
                        line ->
                            !line.matches(
                                "(log|lms|db|lrs|csv|s3|load|num_actor_|num_course_p|num_w).*"))
                    .reduce("", (all, line) -> all + line + "\n"));

    assertThat(config.database())
        .isEqualTo(
            new GenerationConfig.Database(
                "localhost",
                18_123,
                false,
                "default",
                "",
                Optional.empty(),
                "event_sink",
                "xapi_events_all"));
    assertThat(config.world().lmsUrl()).isEqualTo("http://localhost:18000");
    assertThat(config.log().maxBytes()).isEqualTo(10_485_760);
    assertThat(config.log().backups()).isEqualTo(5);
    assertThat(config.log().folder()).isNull();
    assertThat(config.store().loadAfter()).isFalse();
  }
}
