package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.world.keys.WorldReader;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.keys.WeightsReader;

/**
 * The generated world of a spec.
 *
 * @param spec it
 */
record GeneratedWorld(ServiceSpec spec) {

  private static final List<String> KEYS = WorldKeys.generated().stream().map(Field::name).toList();

  /** Returns whether a spec describes a generated world. */
  static boolean meant(ServiceSpec spec) {
    return !spec.of(AspectsKinds.SIZES).isEmpty() || KEYS.stream().anyMatch(spec.settings()::has);
  }

  /** Position at which the spec does so. */
  static Position position(ServiceSpec spec) {
    return KEYS.stream()
        .filter(spec.settings()::has)
        .map(spec.settings()::positionOf)
        .findFirst()
        .orElseGet(() -> spec.of(AspectsKinds.SIZES).get(0).position());
  }

  /**
   * Adds what is wrong with it whatever the clock says.
   *
   * @param mix what statements are made; nothing for lives
   */
  void check(Optional<StatementMix> mix, Problems problems) {
    if (spec.of(AspectsKinds.SIZES).isEmpty()) {
      problems.add(
          position(spec), "a generated world needs course_sizes; give at least one size of course");
    }
    if (!spec.settings().has(WorldKeys.ACTORS)) {
      problems.add(
          position(spec), "a generated world needs num_actors; give how many learners there are");
    }
    reader().check(problems);
    if (problems.isEmpty() && mix.isPresent()) {
      new WeightsReader(spec.settings()).checkPossible(mix.get(), reader(), problems);
    }
  }

  /** Reader of its description. */
  WorldReader reader() {
    return new WorldReader(
        spec.settings(),
        spec.of(AspectsKinds.SIZES).stream()
            .map(
                size ->
                    new WorldReader.Size(
                        size.text("name").orElse(""), size.whole("runs").orElse(0L), size))
            .toList(),
        Stream.concat(
                spec.of(AspectsKinds.SIZES).stream().map(size -> size.positionOf("runs")),
                Stream.of(spec.settings().position()))
            .findFirst()
            .orElseThrow());
  }
}
