package org.openedx.devdata.generate.config.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * A configuration with a section {@code journeys} as one of {@code model: life}: the keys that say
 * the same, each at the place of the key that it comes from, so that all readers behind find what
 * they know, and report it where it stands. Immutable.
 *
 * @param file the file as the person named it
 * @param root all of it
 * @param now the run clock
 */
public record Translation(String file, MapNode root, Instant now) {

  static final long WINDOW = 300;
  static final long LENGTH = 120;

  /** Keys of the world that mean the same in the section, and what they are by default. */
  private static final Map<String, Same> SAME =
      Map.of(
          "seed", new Same("seed", "0"),
          "num_organizations", new Same("num_organizations", "3"),
          "num_actors", new Same("num_actors", ""),
          "num_actor_profile_changes", new Same("num_actor_profile_changes", "1"),
          "num_course_publishes", new Same("course_publishes", "1"),
          "course_length_days", new Same("course_length_days", Long.toString(LENGTH)));

  private record Same(String key, String byDefault) {}

  /** Keys of a configuration that the section says in its own way. */
  private static final List<String> OTHERWISE =
      List.of(
          "start_date",
          "end_date",
          "courses_until",
          "num_course_sizes",
          "course_size_makeup",
          "life",
          "statements",
          "num_xapi_batches",
          "statement_weights");

  /** Returns whether a file has the section. */
  public static boolean isOne(MapNode root) {
    return root.get(JourneysKeys.SECTION) instanceof MapNode;
  }

  /** Adds keys that stand beside the section and would say the same twice. */
  public void check(Problems problems) {
    for (int entry = 0; entry < root.size(); entry++) {
      String key = root.key(entry);
      if (OTHERWISE.contains(key)) {
        problems.add(
            root.keyIn(file, entry),
            "%s stands beside journeys, which says that in its own way; leave one of them out"
                .formatted(key));
      } else if (key.equals("model")
          && !(root.value(entry) instanceof ScalarNode model && model.text().equals("life"))) {
        problems.add(
            root.keyIn(file, entry), "journeys are lives; leave model out, or write model: life");
      } else if (SAME.containsKey(key)) {
        problems.add(
            root.keyIn(file, entry),
            "%s stands beside journeys; write journeys.%s".formatted(key, SAME.get(key).key()));
      }
    }
  }

  /**
   * The keys of the file and those that follow from the section.
   *
   * @param section as it was read
   * @param backend where the rows go unless the file says otherwise
   */
  public MapNode root(SpecRecord section, String backend) {
    MapNode written = (MapNode) root.get(JourneysKeys.SECTION);
    MapNode all = root;
    for (Map.Entry<String, Same> same : new TreeMap<>(SAME).entrySet()) {
      SpecNode value = written.get(same.getValue().key());
      if (value != null) {
        all = with(all, same.getKey(), value);
      } else if (!same.getValue().byDefault().isEmpty()) {
        all = with(all, same.getKey(), ScalarNode.plain(written, same.getValue().byDefault()));
      }
    }
    SpecNode moment = written.get(JourneysKeys.NOW);
    SpecNode place = moment == null ? written : moment;
    LocalDate end = end(section);
    long length = section.whole(JourneysKeys.LENGTH).orElse(LENGTH);
    long window = section.whole(JourneysKeys.WINDOW).orElse(WINDOW);
    // A world has a day more than its longest course.
    LocalDate start = end.minusDays(Math.max(window, length + 1));
    all = with(all, "start_date", ScalarNode.plain(place, start.toString()));
    all = with(all, "end_date", ScalarNode.plain(place, end.toString()));
    SpecNode output = written.get(JourneysKeys.OUTPUT);
    if (output != null) {
      all = with(all, "csv_output_destination", output);
    }
    all = with(all, "backend", ScalarNode.plain(written, backend));
    all = with(all, "model", ScalarNode.plain(written, "life"));
    return with(all, "life", life(section));
  }

  private static MapNode with(MapNode all, String key, SpecNode value) {
    return all.get(key) == null ? all.with(key, value) : all;
  }

  private LocalDate end(SpecRecord section) {
    Instant moment = section.time(JourneysKeys.NOW).map(time -> time.at(now)).orElse(now);
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static SpecNode life(SpecRecord section) {
    Behavior behavior = new JourneysReader(section, new Problems()).behavior();
    return new YamlReader(YamlLimits.DEFAULT, name -> null)
        .read(
            JourneysKeys.SECTION, behavior.life().getBytes(StandardCharsets.UTF_8), new Problems())
        .orElseThrow();
  }
}
