package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.TypeFamily;

/**
 * The generated world of a spec.
 *
 * @param spec it
 */
record GeneratedWorld(ServiceSpec spec) {

  private static final String ACTORS = "num_actors";
  private static final String LENGTH = "course_length_days";
  private static final int MOST_RUNS = 250_000;
  private static final List<String> KEYS =
      List.of(
          ACTORS, LENGTH, "num_organizations", "num_course_publishes", "num_actor_profile_changes");

  /** Whether a spec means one. */
  static boolean meant(ServiceSpec spec) {
    return !spec.of(AspectsKinds.SIZES).isEmpty() || KEYS.stream().anyMatch(spec.settings()::has);
  }

  /** Where the spec says so. */
  static Position position(ServiceSpec spec) {
    return KEYS.stream()
        .filter(spec.settings()::has)
        .map(spec.settings()::positionOf)
        .findFirst()
        .orElseGet(() -> spec.of(AspectsKinds.SIZES).get(0).position());
  }

  /** Adds what is wrong with it. */
  void check(StatementMix mix, Problems problems) {
    if (spec.of(AspectsKinds.SIZES).isEmpty()) {
      problems.add(
          position(spec), "a generated world needs course_sizes; give at least one size of course");
    }
    if (!spec.settings().has(ACTORS)) {
      problems.add(
          position(spec), "a generated world needs num_actors; give how many learners there are");
    }
    long actors = spec.settings().whole(ACTORS).orElse(Long.MAX_VALUE);
    long runs = 0;
    for (SpecRecord size : spec.of(AspectsKinds.SIZES)) {
      runs += size.whole("runs").orElse(0L);
      least(size, "actors", problems);
      least(size, "chapters", problems);
      least(size, "sequences", problems);
      least(size, "verticals", problems);
      if (size.whole("actors").orElse(0L) > actors) {
        problems.add(
            size.positionOf("actors"),
            "the size has %d actors, but num_actors is %d; change one of them"
                .formatted(size.whole("actors").orElse(0L), actors));
      }
    }
    if (!mix.usesOthersThan(missing())) {
      problems.add(
          position(spec),
          "all types of statement with weight need problems, videos or forum_posts, which no course size has; give some, or weight to other types");
    }
    if (!spec.of(AspectsKinds.SIZES).isEmpty() && (runs == 0 || runs > MOST_RUNS)) {
      problems.add(
          spec.of(AspectsKinds.SIZES).get(0).positionOf("runs"),
          "there are %d course runs; make 1 to %d".formatted(runs, MOST_RUNS));
    }
  }

  /** What no size of course has anything of. */
  private Set<TypeFamily> missing() {
    Map<String, TypeFamily> fields =
        Map.of(
            "problems", TypeFamily.PROBLEM,
            "videos", TypeFamily.VIDEO,
            "forum_posts", TypeFamily.FORUM);
    return fields.entrySet().stream()
        .filter(
            field ->
                spec.of(AspectsKinds.SIZES).stream()
                    .allMatch(size -> size.whole(field.getKey()).orElse(1L) == 0))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private static void least(SpecRecord size, String field, Problems problems) {
    if (size.whole(field).filter(count -> count == 0).isPresent()) {
      problems.add(
          size.positionOf(field),
          "%s is 0, but statements need at least one; give more".formatted(field));
    }
  }

  /** Adds what is wrong with its time. */
  void check(Window window, Problems problems) {
    if (spec.settings().has(LENGTH) && length(window) >= window.days()) {
      problems.add(
          spec.settings().positionOf(LENGTH),
          "course_length_days is %d, but from start_date to end_date there are only %d days; courses need at least one more"
              .formatted(length(window), window.days()));
    } else if (window.days() < 2) {
      problems.add(
          spec.settings().positionOf("end_date"),
          "from start_date to end_date there is only one day; courses need at least two");
    }
  }

  private int length(Window window) {
    return spec.settings().whole(LENGTH).map(Long::intValue).orElse(Math.max(1, window.days() / 2));
  }

  /** The world, once it is checked. */
  WorldSpec read(long seed, String lmsUrl, Instant now) {
    Window window = Window.of(spec, now);
    List<CourseSize> sizes = new ArrayList<>();
    for (SpecRecord size : spec.of(AspectsKinds.SIZES)) {
      sizes.add(
          new CourseSize(
              size.requiredText("name"),
              number(size, "runs"),
              number(size, "actors"),
              number(size, "problems"),
              number(size, "videos"),
              number(size, "chapters"),
              number(size, "sequences"),
              number(size, "verticals"),
              number(size, "forum_posts")));
    }
    return new WorldSpec(
        seed,
        lmsUrl,
        window.start(),
        window.end(),
        length(window),
        setting("num_organizations", 3),
        setting(ACTORS, 1),
        setting("num_actor_profile_changes", 1),
        setting("num_course_publishes", 1),
        sizes);
  }

  private int setting(String field, int usual) {
    return spec.settings().whole(field).map(Long::intValue).orElse(usual);
  }

  private static int number(SpecRecord record, String field) {
    return record.whole(field).orElseThrow().intValue();
  }
}
