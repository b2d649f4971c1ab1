package org.openedx.devdata.generate.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.TypeFamily;

/** Reads who and what there is. */
final class WorldReader {

  /** Made up once; printed with every run, so that it can be repeated or changed. */
  private static final long DEFAULT_SEED = 20_260_101;

  /** Derived tables of Aspects keep seconds in 32 bits. */
  private static final LocalDate LATEST = LocalDate.parse("2106-01-01");

  /** ClickHouse takes no insert into more partitions; the table is partitioned by month. */
  private static final int MOST_MONTHS_OF_A_BATCH = 100;

  private static final String COURSES_UNTIL = "courses_until";

  private static final int MILLION = 1_000_000;

  private final String file;
  private final Entry entry;
  private final Problems problems;
  private final Instant now;
  private final List<String> warnings;

  WorldReader(String file, Entry entry, Problems problems, Instant now, List<String> warnings) {
    this.file = file;
    this.entry = entry;
    this.problems = problems;
    this.now = now;
    this.warnings = warnings;
  }

  /** Reads the world; nothing when something of it is wrong, which is then a problem. */
  Optional<WorldSpec> read(StatementMix mix, long batches) {
    long seed = entry.number("seed", Long.MIN_VALUE, Long.MAX_VALUE, DEFAULT_SEED);
    OptionalLong start = day("start_date");
    OptionalLong end = day("end_date");
    OptionalLong until = entry.isGiven(COURSES_UNTIL) ? day(COURSES_UNTIL) : end;
    int length = (int) entry.required("course_length_days", 1, 36_500, "the length of a course");
    int organizations =
        (int) entry.required("num_organizations", 1, MILLION, "how many organisations there are");
    int most = 16 * MILLION;
    int actors = (int) entry.required("num_actors", 1, most, "how many learners there are", most);
    int changes = (int) entry.number("num_actor_profile_changes", 1, MILLION, 1);
    int publishes = (int) entry.number("num_course_publishes", 1, MILLION, 1);
    List<CourseSize> sizes = sizes(actors, mix);
    String lmsUrl = lmsUrl();
    if (start.isEmpty()
        || end.isEmpty()
        || until.isEmpty()
        || !fits(start.getAsLong(), end.getAsLong(), until.getAsLong(), length)) {
      return Optional.empty();
    }
    double months = (end.getAsLong() - start.getAsLong()) / 30.5;
    if (batches > 0 && months / batches > MOST_MONTHS_OF_A_BATCH) {
      entry.problem(
          "batch_size",
          "a batch would lie in "
              + Math.round(months / batches)
              + " months, but ClickHouse takes at most 100 in one insert; make more batches");
    }
    return Optional.of(
        new WorldSpec(
            seed,
            lmsUrl,
            start.getAsLong(),
            end.getAsLong(),
            until.getAsLong(),
            length,
            organizations,
            actors,
            changes,
            publishes,
            sizes));
  }

  private String lmsUrl() {
    String url = entry.text("lms_url", "http://localhost:18000");
    Urls.check(entry, "lms_url", url);
    if (url.endsWith("/")) {
      warnings.add("lms_url ends with a slash, which is left out");
      return url.replaceAll("/+$", "");
    }
    return url;
  }

  private OptionalLong day(String key) {
    String text = entry.text(key, null);
    if (text == null) {
      entry.missing(key, "give a date such as 2026-01-31, or today - 365d");
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          TimeExpression.parse(text).at(now).atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
    } catch (IllegalArgumentException | DateTimeException notOne) {
      entry.problem(
          key,
          key + " is '" + Shown.cut(text) + "'; write a date such as 2026-01-31, or today - 365d");
      return OptionalLong.empty();
    }
  }

  private boolean fits(long start, long end, long until, int length) {
    if (start >= end) {
      entry.problem("start_date", "start_date is not before end_date; exchange or change them");
      return false;
    }
    if (until < end) {
      entry.problem(
          COURSES_UNTIL, "courses_until is before end_date; give a later date, or leave it out");
      return false;
    }
    if (until - start <= length) {
      entry.problem(
          "course_length_days",
          "course_length_days is "
              + length
              + ", but from start_date to "
              + (until == end ? "end_date" : COURSES_UNTIL)
              + " there are only "
              + (until - start)
              + " days; courses need at least one more");
      return false;
    }
    if (start < 0 || until > LATEST.toEpochDay()) {
      entry.problem(
          start < 0 ? "start_date" : until == end ? "end_date" : COURSES_UNTIL,
          "dates must lie between 1970 and 2105; the tables of Aspects hold no others");
      return false;
    }
    return true;
  }

  private List<CourseSize> sizes(int actors, StatementMix mix) {
    MapNode counts = entry.mapping("num_course_sizes");
    MapNode makeups = entry.mapping("course_size_makeup");
    if (counts.size() == 0) {
      entry.missing("num_course_sizes", "give at least one size and its number of course runs");
    }
    Entry counter = new Entry(file, "num_course_sizes", counts, problems);
    List<CourseSize> sizes = new ArrayList<>();
    long all = 0;
    for (int i = 0; i < counts.size(); i++) {
      String name = counts.key(i);
      int runs = (int) counter.number(name, 0, 250_000, 0);
      all += runs;
      if (makeups.get(name) instanceof MapNode makeup) {
        sizes.add(size(name, runs, makeup, actors));
      } else {
        counter.problem(
            name, "size '" + Shown.cut(name) + "' has no entry in course_size_makeup; add one");
      }
    }
    for (int i = 0; i < makeups.size(); i++) {
      if (counts.get(makeups.key(i)) == null) {
        warnings.add("size " + makeups.key(i) + " of course_size_makeup is not used");
      }
    }
    if (counts.size() > 0 && (all == 0 || all > 250_000)) {
      entry.problem("num_course_sizes", "there are " + all + " course runs; make 1 to 250000");
    }
    if (problems.isEmpty()) {
      checkPossible(sizes, mix);
    }
    return sizes;
  }

  /** Warns of types that no course can have; reports a mix of nothing else. */
  private void checkPossible(List<CourseSize> sizes, StatementMix mix) {
    Map<TypeFamily, String> missing = new EnumMap<>(TypeFamily.class);
    missing(sizes, mix, TypeFamily.PROBLEM, "problems", CourseSize::problems, missing);
    missing(sizes, mix, TypeFamily.VIDEO, "videos", CourseSize::videos, missing);
    missing(sizes, mix, TypeFamily.FORUM, "forum_posts", CourseSize::forumPosts, missing);
    if (missing.isEmpty()) {
      return;
    }
    String none = "no course has " + String.join(", ", missing.values());
    if (!mix.usesOthersThan(missing.keySet())) {
      entry.problem(
          "course_size_makeup",
          none + ", but all types with weight need them; give some, or weight to other types");
    } else {
      warnings.add(none + ": statements about them are not made, and more of the others");
    }
  }

  private static void missing(
      List<CourseSize> sizes,
      StatementMix mix,
      TypeFamily family,
      String name,
      ToIntFunction<CourseSize> count,
      Map<TypeFamily, String> target) {
    if (mix.uses(family) && sizes.stream().noneMatch(size -> size.has(count))) {
      target.put(family, name);
    }
  }

  private CourseSize size(String name, int runs, MapNode node, int actors) {
    Entry makeup = new Entry(file, "size '" + Shown.cut(name) + "'", node, problems);
    CourseSize size =
        new CourseSize(
            name,
            runs,
            count(makeup, "actors", 1),
            count(makeup, "problems", 0),
            count(makeup, "videos", 0),
            count(makeup, "chapters", 1),
            count(makeup, "sequences", 1),
            count(makeup, "verticals", 1),
            count(makeup, "forum_posts", 0));
    if (size.actors() > actors) {
      makeup.problem(
          "actors",
          "size '%s' has %d actors, but num_actors is %d; change one of them"
              .formatted(name, size.actors(), actors));
    }
    makeup.noOthers();
    return size;
  }

  private static int count(Entry makeup, String key, int least) {
    return (int) makeup.required(key, least, 10 * MILLION, "how many " + key + " there are");
  }
}
