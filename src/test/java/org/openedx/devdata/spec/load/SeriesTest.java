package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** Records that stand for many: what they are, where they come from, and their problems. */
class SeriesTest extends SeriesSpecs {

  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  @Test
  void repeatedRecordsAreThoseThatAreWrittenOut() throws IOException {
    String series =
        """
        users:
        - username: first
        - repeat: 12
          username: "user_{i:03}"
          email: "{i}@example.com"
          groups: ["g{i}", all]
          preferences: {lang: "l{i}", "{{": "}}{{"}
          meta: {number: "{i}", text: "n{i}"}
          year_of_birth: 1990
        - username: last
        """;
    StringBuilder written = new StringBuilder("users:\n- username: first\n");
    for (int i = 1; i <= 12; i++) {
      written.append(
          """
          - username: user_%1$03d
            email: %1$d@example.com
            groups: [g%1$d, all]
            preferences: {lang: l%1$d, "{{": "}{"}
            meta: {number: %1$d, text: n%1$d}
            year_of_birth: 1990
          """
              .formatted(i));
    }
    written.append("- username: last\n");

    assertThat(values(lms(series))).isEqualTo(values(lms(written.toString())));
  }

  private static List<String> values(ServiceSpec spec) {
    List<String> values = new ArrayList<>();
    for (SpecRecord record : spec.of("users")) {
      StringBuilder text = new StringBuilder().append(record.ordinal());
      for (int field = 0; field < record.kind().fields().size(); field++) {
        text.append(' ').append(record.raw(field));
      }
      values.add(text.toString());
    }
    return values;
  }

  @Test
  void recordsAreMadeForEachRecordAndEachValue() throws IOException {
    ServiceSpec spec =
        lms(
            """
            enrollments:
            - for_each: {users: ["b_*", anna]}
              course_id: {each: [course-v1:X+A+1, course-v1:X+B+1]}
            courses:
            - for_each: {users: "b_*"}
              course_id: "course-v1:X+{username}+{i}"
              display_name: "{users.username} has {email}"
            users:
            - {username: anna}
            - {repeat: 2, username: "b_{i}", email: "b{i}@example.com"}
            - {username: carl}
            """);
    assertThat(texts(spec, "enrollments", "username"))
        .containsExactly("anna", "anna", "b_1", "b_1", "b_2", "b_2");
    assertThat(texts(spec, "enrollments", "course_id"))
        .startsWith("course-v1:X+A+1", "course-v1:X+B+1", "course-v1:X+A+1");
    assertThat(texts(spec, "courses", "display_name"))
        .containsExactly("b_1 has b1@example.com", "b_2 has b2@example.com");
  }

  @Test
  void valuesFollowFromTheSeedTheRecordAndTheNumber() throws IOException {
    String yaml =
        """
        users:
        %s- repeat: 3000
          username: "u{i}"
          country: {pick: {NG: 3, IN: 5, US: 2}}
          year_of_birth: {between: [1960, 1969]}
          date_joined: {between: [now - 2y, now - 1d]}
        enrollments:
        - for_each: {users: "u*"}
          course_id: {each: [course-v1:X+A+1, course-v1:X+B+1]}
          share: 0.4
        """;
    ServiceSpec spec = lms(yaml.formatted(""));
    Map<String, Integer> countries = new TreeMap<>();
    texts(spec, "users", "country").forEach(it -> countries.merge(it, 1, Integer::sum));
    assertThat(countries.get("NG")).isBetween(800, 1000);
    assertThat(countries.get("IN")).isBetween(1400, 1600);
    assertThat(Set.copyOf(texts(spec, "users", "year_of_birth"))).hasSize(10);
    assertThat(spec.of("enrollments")).hasSizeBetween(2280, 2520);
    for (SpecRecord user : spec.of("users")) {
      assertThat(user.time("date_joined").orElseThrow().relative()).isTrue();
      assertThat(user.time("date_joined").orElseThrow().at(NOW))
          .isBetween(Instant.parse("2024-03-29T01:30:00Z"), Instant.parse("2026-03-28T01:30:00Z"));
    }

    ServiceSpec again = lms(yaml.formatted(""));
    ServiceSpec moved = lms(yaml.formatted("- username: first\n"));
    ServiceSpec other = lms(yaml.formatted(""), 7);

    assertThat(values(again)).isEqualTo(values(spec));
    assertThat(texts(again, "enrollments", "username"))
        .isEqualTo(texts(spec, "enrollments", "username"));
    assertThat(texts(moved, "users", "country").subList(1, 3001))
        .isEqualTo(texts(spec, "users", "country"));
    assertThat(texts(other, "users", "country")).isNotEqualTo(texts(spec, "users", "country"));
  }

  @Test
  void numbersAndDaysBetweenTwoKeepTheirForm() throws IOException {
    ServiceSpec spec =
        lms(
            """
            courses:
            - repeat: 200
              course_id: course-v1:X+{i}+1
              lowest_passing_grade: {between: [0.50, 0.60]}
              launch_day: {between: [2026-02-27, 2026-03-01]}
              start: {between: [2026-01-01, now]}
            """);
    assertThat(spec.of("courses"))
        .allSatisfy(
            course -> {
              assertThat(course.get("lowest_passing_grade", BigDecimal.class).orElseThrow())
                  .isBetween(new BigDecimal("0.50"), new BigDecimal("0.60"));
              assertThat(course.time("start").orElseThrow().at(NOW))
                  .isBetween(Instant.parse("2026-01-01T00:00:00Z"), NOW);
            });
    assertThat(Set.copyOf(texts(spec, "courses", "launch_day")))
        .containsExactlyInAnyOrder("2026-02-27", "2026-02-28", "2026-03-01");
  }

  /** Whatever the order in which records are asked for, and how often, they are the same. */
  @Test
  void recordsAreTheSameInAnyOrder() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      ServiceSpec spec =
          lms(
              """
              users:
              - {repeat: %d, username: "u{i}", country: {pick: [NG, IN, US]}}
              - {username: between}
              - {repeat: %d, username: "v{i}", share: %s, year_of_birth: {between: [1950, 2000]}}
              - {repeat: 0, username: none}
              """
                  .formatted(random.nextInt(30), random.nextInt(3_000), random.nextInt(11) / 10.0));
      List<SpecRecord> users = spec.of("users");
      List<String> all = values(spec);
      assertThat(all).hasSize(users.size());
      for (int look = 0; look < 50; look++) {
        int index = random.nextInt(users.size());
        SpecRecord user = users.get(index);
        assertThat(user).isEqualTo(users.get(index)).hasSameHashCodeAs(users.get(index));
        assertThat(user.ordinal()).isEqualTo(index);
        assertThat(all.get(index)).contains(" " + user.requiredText("username") + " ");
      }
    }
  }

  @Test
  void problemsNameTheRecordAndAreNotRepeatedForAll() {
    assertThat(
            problems(
                """
                users:
                - {repeat: 500, username: "u{i}", year_of_birth: "{i}"}
                - {repeat: 3, username: same}
                """))
        .containsExactly(
            "lms.yaml:2:50 (number 1): \"year_of_birth\" in users must be a whole number from 1900 to 2155, not \"1\"",
            "lms.yaml:2:50 (number 2): \"year_of_birth\" in users must be a whole number from 1900 to 2155, not \"2\"",
            "lms.yaml:2:50 (number 3): \"year_of_birth\" in users must be a whole number from 1900 to 2155, not \"3\"",
            "lms.yaml:2:50: 497 more of the records that are made here have such a problem");
    assertThat(problems("users:\n- username: u2\n- {repeat: 5, username: \"u{i}\"}\n"))
        .containsExactly(
            "lms.yaml:3:25 (number 2): username \"u2\" stands twice in users, first at lms.yaml:2:13; a placeholder such as {i} makes it another one for each record");
  }

  @Test
  void mistakesAreReportedWithAWayOut() throws IOException {
    for (String item :
        List.of(
            "{repeat: -1, username: u}",
            "{repeat: 200_000_000, username: u}",
            "{repeat: 1, username: 'u{n}'}",
            "{repeat: 1, username: 'u{'}",
            "{repeat: 1, username: 'u{username}'}",
            "{repeat: 1, from: a.csv, username: u}",
            "{from: none.csv}",
            "{from: a.txt}",
            "{from: [a.csv]}",
            "{repeat: 1, username: u, share: 2}",
            "{repeat: 1, username: u, country: {pick: []}}",
            "{repeat: 1, username: u, country: {pick: {NG: 0}}}",
            "{repeat: 1, username: u, country: {pick: NG}}",
            "{repeat: 1, username: u, country: {each: NG}}",
            "{repeat: 1, username: u, year_of_birth: {between: [3]}}",
            "{repeat: 1, username: u, year_of_birth: {between: [3, a]}}",
            "{repeat: 1, username: u, year_of_birth: {between: [2000, 1990]}}",
            "{repeat: 1, username: u, date_joined: {between: [now, now - 1d]}}",
            "{repeat: 100_000_000, username: u, year_of_birth: {each: [1990, 1991]}}",
            "{for_each: {users: '*'}, username: u}",
            "{for_each: users, username: u}",
            "{repeat: 1, usrname: u}")) {
      assertThat(problems("users:\n- " + item + "\n"))
          .as(item)
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it).startsWith("lms.yaml:2:").contains(": "));
    }
    assertThat(
            problems(
                "users: [{username: a}]\nenrollments: [{for_each: {users: 'b*'}, course_id: c}]"))
        .singleElement()
        .asString()
        .contains("no record of users in this file has such a username");
    assertThat(
            problems(
                "users: [{username: a}]\nenrollments: [{for_each: {users: a}, course_id: 'course-v1:X+{email}+1'}]"))
        .singleElement()
        .asString()
        .contains("{email} has no value: element 1 of users does not say it");
  }

  @Test
  void valuesOfTheEnvironmentAreNotRepeated() {
    assertThat(problems("users:\n- {repeat: 2, username: \"u{i}\", country: \"${DIR}{i}\"}\n"))
        .allSatisfy(it -> assertThat(it).doesNotContain("more1"));
  }
}
