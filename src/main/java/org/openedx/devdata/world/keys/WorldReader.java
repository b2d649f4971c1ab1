package org.openedx.devdata.world.keys;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.WorldSpec;

/**
 * A generated world as settings describe it: its checks, and then the world. Settings that were
 * refused when they were read are absent; they are reported already. Immutable.
 *
 * @param settings with the fields of {@link WorldKeys}
 * @param sizes the sizes of course, in their order
 * @param sizesPosition where all of them are described
 */
public record WorldReader(SpecRecord settings, List<Size> sizes, Position sizesPosition) {

  /**
   * A size of course.
   *
   * @param runs how many course runs
   * @param makeup what each has; with the fields of {@link WorldKeys#makeup}
   */
  public record Size(String name, long runs, SpecRecord makeup) {

    private CourseSize size() {
      return new CourseSize(
          name,
          (int) runs,
          number("actors"),
          number("problems"),
          number("videos"),
          number("chapters"),
          number("sequences"),
          number("verticals"),
          number("forum_posts"));
    }

    private int number(String field) {
      return makeup.whole(field).orElseThrow().intValue();
    }
  }

  public WorldReader {
    sizes = List.copyOf(sizes);
  }

  /** Adds what is wrong whatever the clock says. */
  public void check(Problems problems) {
    long actors = settings.whole(WorldKeys.ACTORS).orElse(Long.MAX_VALUE);
    long runs = 0;
    for (Size size : sizes) {
      runs += size.runs();
      long own = size.makeup().whole("actors").orElse(0L);
      if (own > actors) {
        problems.add(
            size.makeup().positionOf("actors"),
            "size '%s' has %d actors, but num_actors is %d; change one of them"
                .formatted(Shown.cut(size.name()), own, actors));
      }
    }
    if (!sizes.isEmpty() && (runs == 0 || runs > WorldKeys.MAXIMUM_RUNS)) {
      problems.add(
          sizesPosition,
          "there are %d course runs; make 1 to %d".formatted(runs, WorldKeys.MAXIMUM_RUNS));
    }
  }

  /** Adds what is wrong with the root URL of the LMS, which named worlds have, too. */
  public static void checkUrl(SpecRecord settings, Problems problems) {
    settings
        .text(WorldKeys.LMS_URL)
        .filter(url -> !isUrl(url))
        .ifPresent(
            url ->
                problems.add(
                    settings.positionOf(WorldKeys.LMS_URL),
                    "lms_url is %s; write a URL such as http://localhost:18000"
                        .formatted(Shown.quoted(url))));
  }

  /** Tests that a text is the absolute URL of a web server. */
  public static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  /** The root URL of the LMS, without a slash at its end. */
  public static String url(SpecRecord settings) {
    return settings.text(WorldKeys.LMS_URL).orElse(WorldKeys.DEFAULT_URL).replaceAll("/+$", "");
  }

  /**
   * The world at a time of the run clock; nothing when the days do not fit, which is then a
   * problem, or when something was a problem before.
   *
   * @param seed unless the settings have one
   */
  public Optional<WorldSpec> read(long seed, Instant now, Problems problems) {
    if (!Window.check(settings, now, problems)) {
      return Optional.empty();
    }
    Window window = Window.of(settings, now);
    window.checkLength(settings, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WorldSpec(
            settings.whole(WorldKeys.SEED).orElse(seed),
            url(settings),
            window.start(),
            window.end(),
            window.until(),
            window.length(settings),
            number(WorldKeys.ORGANIZATIONS, 3),
            number(WorldKeys.ACTORS, 1),
            number(WorldKeys.CHANGES, 1),
            number(WorldKeys.PUBLISHES, 1),
            sizes.stream().map(Size::size).toList()));
  }

  private int number(String field, int otherwise) {
    return settings.whole(field).map(Long::intValue).orElse(otherwise);
  }
}
