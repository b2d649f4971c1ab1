package org.openedx.devdata.generate.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.GenerationConfigReader;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;

/** What configurations of {@code journeys} are read as, and what is wrong with them. */
class JourneysConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"journeys_oracle", "journeys_m", "ours"})
  void aSampleIsReadAsItIs(String sample) {
    GenerationConfig config = PeerSamples.read(PeerSamples.text(sample));
    assertThat(config.backend().key()).isEqualTo("csv");
    assertThat(config.output().destination()).endsWith(sample.equals("ours") ? "" : sample);
    assertThat(config.writesAnswers()).isTrue();
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2026-03-01").toEpochDay());
    assertThat(config.population().runs()).isNotEmpty();
  }

  /** The file of Aspects 6.1: names of release 3.3.1, and servers at the top. */
  @Test
  void theDialectOfAspectsSixIsRead() {
    String text =
        """
        backend: vector
        db_host: clickhouse
        db_port: 8123
        db_name: openedx
        db_username: ch_admin
        db_password: secret
        event_sink_db_name: event_sink
        expected_db_name: journeys
        lrs_url: http://ralph:8100/xAPI/statements/
        lrs_username: lms
        lrs_password: secret
        lms_url: http://local.openedx.io
        """
            + PeerSamples.ours()
                .replaceAll("(?m)^(#|lms_url).*\n", "")
                .replace("_per_vertical:", "_per_vertical_weights:");
    GenerationConfig config = PeerSamples.read(text);
    assertThat(config.backend().key()).isEqualTo("vector");
    assertThat(config.world().lmsUrl()).isEqualTo("http://local.openedx.io");
    assertThat(config.population().learners().userId(0)).isEqualTo(100_001);
    assertThat(config.population().courses()).allMatch(one -> one.org().startsWith("Journey"));
    assertThat(config.fingerprint())
        .isNotEqualTo(PeerSamples.read(text.replace("[60, 90]", "[60, 91]")).fingerprint())
        .isNotEqualTo(PeerSamples.read(text.replace("n: 0.3", "n: 0.31")).fingerprint());
  }

  @Test
  void theClockIsTakenWhereNoMomentIsGiven() {
    String text = PeerSamples.ours().replaceAll("now: .*", "now: null");
    GenerationConfigReader reader =
        Backends.reader("load.yaml", name -> null, Instant.parse("2026-05-09T23:00:00Z"));
    GenerationConfig config = reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    assertThat(LocalDate.ofEpochDay(config.world().endDay())).isEqualTo("2026-05-09");
    assertThat(LocalDate.ofEpochDay(config.world().startDay())).isEqualTo("2025-09-11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "course_length_days: 80 | course_length_days: 241 | 10:23: course_length_days is 241, but"
            + " window_days is 240; courses must fit into the window",
        "window_days: 240 | window_days: 400 | 9:16: \"window_days\" in journeys must be a"
            + " whole number from 1 to 364, not \"400\"",
        "template: lecture | template: lectur | 20:18: template is \"lectur\", which"
            + " course_templates does not have; did you mean lecture?",
        "chapters: [2, 4] | chapters: [4, 2] | 23:17: chapters is [4, 2]; write a range such as"
            + " [1, 3], the first number at least 1 and not above the second",
        "problems_per_vertical: [0.5, 0.5] | problems_per_vertical: [0, 0] | 34:30:"
            + " problems_per_vertical_weights is [0.0, 0.0]; write weights of 0, 1, 2 ... of them,"
            + " each 0 or more and one above 0",
        "completer_fraction: 0.3 | completer_fraction: 1.3 | 37:25: completer_fraction is 1.3; write"
            + " a number from 0 to 1.0",
        "completer_fraction: 0.3 | completr_fraction: 0.3 | 37:5: unknown key \"completr_fraction\""
            + " in behavior; did you mean \"completer_fraction\"?",
        "num_actors: 400 | num_actor: 400 | 14:3: unknown key \"num_actor\" in journeys; did you"
            + " mean \"num_actors\"?",
        "org_prefix: Journey | org_prefix: A B | 13:15: org_prefix is \"A B\"; write letters,"
            + " digits, '_', '.' and '-'",
        "seminar, count: 3 | seminar, count: 250000 | 19:5: there are up to 500004 course runs;"
            + " make 1 to 250000",
      })
  void whatIsWrongIsReportedWhereItStands(String from, String to, String message) {
    String text = PeerSamples.ours();
    assertThat(text).contains(from);
    assertThatThrownBy(() -> PeerSamples.read(text.replace(from, to)))
        .isInstanceOfSatisfying(
            SpecException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .contains("load.yaml:" + message));
  }

  @ParameterizedTest
  @CsvSource({
    "num_actors: 5,num_actors stands beside journeys; write journeys.num_actors",
    "num_course_publishes: 5,num_course_publishes stands beside journeys; write"
        + " journeys.course_publishes",
    "start_date: 2025-01-01,start_date stands beside journeys",
    "life: {set: campus},life stands beside journeys",
    "model: mix,journeys are lives"
  })
  void whatWouldBeSaidTwiceIsRefused(String line, String message) {
    assertThatThrownBy(() -> PeerSamples.read(PeerSamples.ours() + line + "\n"))
        .hasMessageContaining(message);
  }

  @Test
  void whatIsMadeOtherwiseIsNamed() {
    GenerationConfigReader reader = PeerSamples.reader();
    String text =
        PeerSamples.ours()
            + "    video_actions: {to_end: 1}\n    exit_without_nav_prob: 0.5\n"
            + "    duplicate_event_prob: 0.5\n";
    text =
        text.replace(
            "  num_actors:", "  sort_events: true\n  mbox_actor_fraction: 0.5\n  num_actors:");
    reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    assertThat(reader.warnings())
        .anyMatch(line -> line.contains(":14:16: sort_events is not used"))
        .anyMatch(line -> line.contains("mbox_actor_fraction is not used"))
        .anyMatch(line -> line.contains("video_actions is not used"))
        .anyMatch(line -> line.contains("exit_without_nav_prob is not used"))
        .anyMatch(line -> line.contains("duplicate_event_prob is not used"));
  }
}
