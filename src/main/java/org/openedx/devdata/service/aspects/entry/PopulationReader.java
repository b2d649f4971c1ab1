package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.openedx.devdata.factory.DefaultEmail;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.Taxonomy;
import org.openedx.devdata.world.named.NamedBlock;
import org.openedx.devdata.world.named.Population;

/**
 * Reads the population that an Aspects spec names: its own records, on top of those that it
 * imports.
 *
 * @param spec checked
 * @param imported what comes from elsewhere
 * @param now the run clock
 * @param start when enrolments without a time were made
 */
record PopulationReader(
    ServiceSpec spec, Optional<Population> imported, Instant now, Instant start) {

  private static final int DEFAULT_THREADS = 5;

  Population read() {
    Map<String, Population.Learner> learners = new LinkedHashMap<>();
    Map<String, Population.NamedCourse> courses = new LinkedHashMap<>();
    Map<List<String>, Population.Enrolment> enrolments = new LinkedHashMap<>();
    imported.ifPresent(
        from -> {
          from.learners().forEach(one -> learners.put(Collation.fold(one.username()), one));
          from.courses().forEach(one -> courses.put(one.key().text(), one));
          from.enrolments().forEach(one -> enrolments.put(pair(one), one));
        });
    for (SpecRecord record : spec.of(AspectsKinds.LEARNERS)) {
      learners.compute(
          Collation.fold(record.requiredText("username")),
          (name, before) -> learner(record, Optional.ofNullable(before)));
    }
    for (SpecRecord record : spec.of(AspectsKinds.COURSES)) {
      courses.compute(
          record.requiredText("course_id"),
          (key, before) -> course(record, Optional.ofNullable(before)));
    }
    for (SpecRecord record : spec.of(AspectsKinds.ENROLLMENTS)) {
      Population.Learner learner = learners.get(Collation.fold(record.requiredText("username")));
      Population.Enrolment enrolment =
          new Population.Enrolment(
              learner.username(),
              record.requiredText("course_id"),
              micros(record.time("created").map(time -> time.at(now)).orElse(start)),
              record.text("mode").orElse("audit"),
              record.bool("is_active").orElse(true),
              OptionalInt.empty());
      enrolments.put(pair(enrolment), enrolment);
    }
    return new Population(
        List.copyOf(learners.values()),
        List.copyOf(courses.values()),
        List.copyOf(enrolments.values()),
        taxonomies());
  }

  private static List<String> pair(Population.Enrolment enrolment) {
    return List.of(Collation.fold(enrolment.username()), enrolment.course());
  }

  private List<Taxonomy> taxonomies() {
    List<Taxonomy> taxonomies = new ArrayList<>();
    for (SpecRecord record : spec.of(AspectsKinds.TAXONOMIES)) {
      String name = record.requiredText("name");
      String numbered =
          (taxonomies.size() + 1)
              + "-"
              + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
      taxonomies.add(
          new Taxonomy(
              name,
              record.text("export_id").orElse(numbered),
              record.records("tags").stream()
                  .map(
                      tag ->
                          new Taxonomy.Tag(
                              tag.requiredText("value"),
                              tag.text("external_id").orElse(""),
                              tag.text("parent").orElse("")))
                  .toList()));
    }
    return taxonomies.isEmpty() ? List.of(Taxonomy.MUSIC) : taxonomies;
  }

  private static Population.Learner learner(
      SpecRecord record, Optional<Population.Learner> before) {
    String username =
        before.map(Population.Learner::username).orElse(record.requiredText("username"));
    Profile known =
        before
            .map(Population.Learner::profile)
            .orElse(
                new Profile(
                    username,
                    DefaultEmail.of(username),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    ""));
    return new Population.Learner(
        username,
        record.text("external_id").map(UUID::fromString),
        record
            .whole("user_id")
            .map(id -> OptionalInt.of(id.intValue()))
            .orElse(OptionalInt.empty()),
        OptionalInt.empty(),
        profile(record, known));
  }

  private static Profile profile(SpecRecord record, Profile known) {
    return new Profile(
        record.text("name").orElse(known.name()),
        record.text("email").orElse(known.email()),
        record.text("language").orElse(known.language()),
        record.text("location").orElse(known.location()),
        record.whole("year_of_birth").map(String::valueOf).orElse(known.yearOfBirth()),
        record.text("gender").orElse(known.gender()),
        record.text("level_of_education").orElse(known.education()),
        record.text("mailing_address").orElse(known.mailingAddress()),
        record.text("city").orElse(known.city()),
        record.text("country").orElse(known.country()),
        record.text("state").orElse(known.state()),
        record.text("goals").orElse(known.goals()),
        record.text("bio").orElse(known.bio()),
        record.text("phone_number").orElse(known.phoneNumber()));
  }

  private Population.NamedCourse course(
      SpecRecord record, Optional<Population.NamedCourse> before) {
    String key = record.requiredText("course_id");
    CourseFacts known =
        before
            .map(Population.NamedCourse::facts)
            .orElse(
                new CourseFacts(
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    false,
                    Optional.empty(),
                    List.of()));
    return new Population.NamedCourse(
        CourseKey.parse(key),
        record
            .text("display_name")
            .or(() -> before.map(Population.NamedCourse::title))
            .orElse(key + " Course"),
        new CourseFacts(
            moment(record, "start", known.start()),
            moment(record, "end", known.end()),
            moment(record, "enrollment_start", known.enrollmentStart()),
            moment(record, "enrollment_end", known.enrollmentEnd()),
            record.bool("self_paced").orElse(known.selfPaced()),
            record.text("language").or(known::language),
            record.texts("tags")),
        record.has("outline")
            ? blocks(record.records("outline"), BlockType.CHAPTER)
            : before.map(Population.NamedCourse::chapters).orElse(List.of()),
        record.whole("forum_threads").map(Long::intValue).orElse(DEFAULT_THREADS));
  }

  private OptionalLong moment(SpecRecord record, String field, OptionalLong byDefault) {
    if (!record.has(field)) {
      return byDefault;
    }
    return record
        .time(field)
        .map(time -> OptionalLong.of(micros(time.at(now))))
        .orElse(OptionalLong.empty());
  }

  private static List<NamedBlock> blocks(List<SpecRecord> records, BlockType type) {
    List<NamedBlock> blocks = new ArrayList<>();
    for (SpecRecord record : records) {
      BlockType own = type == null ? typeOf(record) : type;
      blocks.add(
          new NamedBlock(
              own,
              record.text("display_name").orElse(word(own) + " " + (blocks.size() + 1)),
              record.text("id"),
              own == BlockType.SEQUENTIAL && record.bool("graded").orElse(false),
              record.texts("tags"),
              children(record, own)));
    }
    return blocks;
  }

  private static List<NamedBlock> children(SpecRecord record, BlockType type) {
    return switch (type) {
      case CHAPTER -> blocks(record.records("sequentials"), BlockType.SEQUENTIAL);
      case SEQUENTIAL -> blocks(record.records("verticals"), BlockType.VERTICAL);
      case VERTICAL -> blocks(record.records("blocks"), null);
      default -> List.of();
    };
  }

  /** The type of a block that says it. */
  static BlockType typeOf(SpecRecord record) {
    return BlockType.valueOf(record.text("type").orElse("html").toUpperCase(Locale.ROOT));
  }

  /** Common name of the type. */
  private static String word(BlockType type) {
    return switch (type) {
      case CHAPTER -> "Section";
      case SEQUENTIAL -> "Subsection";
      case VERTICAL -> "Unit";
      default -> type.title();
    };
  }

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
