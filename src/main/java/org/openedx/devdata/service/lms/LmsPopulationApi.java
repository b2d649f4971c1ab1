package org.openedx.devdata.service.lms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.openedx.devdata.factory.CourseDefaults;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.service.lms.enrollments.EnrollmentFacts;
import org.openedx.devdata.service.lms.enrollments.EnrollmentKind;
import org.openedx.devdata.service.lms.state.LmsBlocks;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.named.NamedBlock;
import org.openedx.devdata.world.named.Population;

/**
 * Interface of the LMS to other services: the users and courses that its specs describe, and their
 * ids in its database. Stateless.
 */
public final class LmsPopulationApi {

  /** The service whose specs these are. */
  public static final String SERVICE = LmsService.IDENTITY.ida();

  private static final int DEFAULT_THREADS = 5;

  private LmsPopulationApi() {}

  /**
   * Learners, courses and enrolments of an LMS spec as a load writes them. Users and courses that
   * enrolments only name are there as well, and the blocks that learner state is about.
   *
   * @param now the run clock
   * @param seed the run's seed, which chooses invented profiles
   */
  public static Population of(ServiceSpec spec, Instant now, long seed) {
    PersonDefaults people = new PersonDefaults(seed);
    Map<String, Population.Learner> learners = new LinkedHashMap<>();
    for (SpecRecord user : spec.of("users")) {
      user.text("username")
          .ifPresent(
              name -> learners.put(Collation.fold(name), learner(name, Optional.of(user), people)));
    }
    Map<String, Population.NamedCourse> courses = new LinkedHashMap<>();
    Map<String, List<NamedBlock>> outlines = LmsBlocks.outlines(spec);
    for (SpecRecord course : spec.of("courses")) {
      course
          .text("course_id")
          .ifPresent(key -> courses.put(key, course(key, Optional.of(course), outlines, now)));
    }
    List<Population.Enrolment> enrolments = new ArrayList<>();
    String defaultMode = EnrollmentKind.defaultMode(spec);
    for (SpecRecord record : spec.of("enrollments")) {
      Optional<String> username = record.text("username");
      Optional<String> course = record.text("course_id");
      if (username.isPresent() && course.isPresent()) {
        Population.Learner learner =
            learners.computeIfAbsent(
                Collation.fold(username.get()),
                folded -> learner(username.get(), Optional.empty(), people));
        courses.computeIfAbsent(course.get(), key -> course(key, Optional.empty(), outlines, now));
        enrolments.add(
            new Population.Enrolment(
                learner.username(),
                course.get(),
                micros(EnrollmentFacts.created(record).map(time -> time.at(now)).orElse(now)),
                EnrollmentFacts.mode(record).orElse(defaultMode),
                EnrollmentFacts.active(record).orElse(true),
                OptionalInt.empty()));
      }
    }
    return new Population(
        List.copyOf(learners.values()), List.copyOf(courses.values()), enrolments, List.of());
  }

  /**
   * A population with the numbers that users, their profiles and enrolments have in an LMS's
   * database now, except where it knows another. Who is not there gets none.
   *
   * @param usernames whose numbers are wanted
   */
  public static Population numbered(
      Population population, ConnectionSettings connection, List<String> usernames) {
    return LmsNumbers.read(connection, usernames).give(population);
  }

  private static Population.Learner learner(
      String username, Optional<SpecRecord> user, PersonDefaults people) {
    Map<String, Object> person = people.profile(username);
    Profile profile =
        new Profile(
            text(user, "name", person.get("name")),
            text(user, "email", PersonDefaults.email(username)),
            text(user, "language", ""),
            text(user, "location", ""),
            user.flatMap(record -> record.whole("year_of_birth"))
                .map(String::valueOf)
                .orElse(String.valueOf(person.get("year_of_birth"))),
            text(user, "gender", person.get("gender")),
            text(user, "level_of_education", person.get("level_of_education")),
            text(user, "mailing_address", ""),
            text(user, "city", person.get("city")),
            text(user, "country", person.get("country")),
            text(user, "state", ""),
            text(user, "goals", ""),
            text(user, "bio", ""),
            text(user, "phone_number", ""));
    return new Population.Learner(
        username, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), profile);
  }

  private static String text(Optional<SpecRecord> record, String field, Object byDefault) {
    return record.filter(it -> it.has(field)).isPresent()
        ? record.get().text(field).orElse("")
        : byDefault.toString();
  }

  private static Population.NamedCourse course(
      String key,
      Optional<SpecRecord> record,
      Map<String, List<NamedBlock>> outlines,
      Instant now) {
    return new Population.NamedCourse(
        CourseKey.parse(key),
        record.flatMap(course -> course.text("display_name")).orElse(CourseDefaults.title(key)),
        new CourseFacts(
            moment(record, "start", OptionalLong.of(micros(CourseDefaults.start(now))), now),
            moment(record, "end", OptionalLong.of(micros(CourseDefaults.end(now))), now),
            moment(record, "enrollment_start", OptionalLong.empty(), now),
            moment(record, "enrollment_end", OptionalLong.empty(), now),
            record.flatMap(course -> course.bool("self_paced")).orElse(false),
            record.flatMap(course -> course.text("language")),
            List.of()),
        outlines.getOrDefault(key, List.of()),
        DEFAULT_THREADS);
  }

  private static OptionalLong moment(
      Optional<SpecRecord> record, String field, OptionalLong byDefault, Instant now) {
    if (record.filter(it -> it.has(field)).isEmpty()) {
      return byDefault;
    }
    return record
        .get()
        .time(field)
        .map((TimeExpression time) -> OptionalLong.of(micros(time.at(now))))
        .orElse(OptionalLong.empty());
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
