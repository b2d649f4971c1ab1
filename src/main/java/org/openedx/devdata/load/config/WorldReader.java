package org.openedx.devdata.load.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    int length = (int) entry.required("course_length_days", 1, 36_500, "the length of a course");
    int organizations =
        (int) entry.required("num_organizations", 1, MILLION, "how many organisations there are");
    int most = 16 * MILLION;
    int actors = (int) entry.required("num_actors", 1, most, "how many learners there are", most);
    int changes = (int) entry.number("num_actor_profile_changes", 1, MILLION, 1);
    int publishes = (int) entry.number("num_course_publishes", 1, MILLION, 1);
    List<CourseSize> sizes = sizes(actors, mix);
    String lmsUrl = lmsUrl();
    if (start.isEmpty() || end.isEmpty() || !fits(start.getAsLong(), end.getAsLong(), length)) {
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

  private boolean fits(long start, long end, int length) {
    if (start >= end) {
      entry.problem("start_date", "start_date is not before end_date; exchange or change them");
      return false;
    }
    if (end - start <= length) {
      entry.problem(
          "course_length_days",
          "course_length_days is "
              + length
              + ", but from start_date to end_date there are only "
              + (end - start)
              + " days; courses need at least one more");
      return false;
    }
    if (start < 0 || end > LATEST.toEpochDay()) {
      entry.problem(
          start < 0 ? "start_date" : "end_date",
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
        sizes.add(size(name, runs, makeup, actors, mix));
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
    return sizes;
  }

  private CourseSize size(String name, int runs, MapNode node, int actors, StatementMix mix) {
    Entry makeup = new Entry(file, "size '" + Shown.cut(name) + "'", node, problems);
    CourseSize size =
        new CourseSize(
            name,
            runs,
            count(makeup, "actors", 1),
            count(makeup, "problems", mix.uses(TypeFamily.PROBLEM) ? 1 : 0),
            count(makeup, "videos", mix.uses(TypeFamily.VIDEO) ? 1 : 0),
            count(makeup, "chapters", 1),
            count(makeup, "sequences", 1),
            count(makeup, "verticals", 1),
            count(makeup, "forum_posts", mix.uses(TypeFamily.FORUM) ? 1 : 0));
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
