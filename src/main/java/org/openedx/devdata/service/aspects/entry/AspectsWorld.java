package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.world.keys.Window;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.world.keys.WorldReader;
import org.openedx.devdata.world.named.NamedWorld;
import org.openedx.devdata.world.named.Population;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.keys.WeightsReader;
import org.openedx.devdata.xapi.model.MixModel;

/**
 * All that a spec describes, ready to be made.
 *
 * @param world who and what there is
 * @param dumps tables without statements, in the order in which they are filled
 * @param model makes the statements
 * @param settings what all statements share
 */
record AspectsWorld(
    World world, List<TableDump> dumps, MixModel model, StatementSettings settings) {

  /** Statements that are compared and written together. */
  private static final int FRAME = 16_384;

  private static final long DEFAULT_STATEMENTS = 10_000;

  /**
   * The world of a checked spec.
   *
   * @param population who and what it names, its own and what it imports; nothing when its world is
   *     generated
   * @param now the run clock
   * @param seed the run's seed
   * @throws org.openedx.devdata.spec.SpecException when it does not fit the clock
   */
  static AspectsWorld of(
      ServiceSpec spec,
      Optional<Population> population,
      Instant now,
      long seed,
      Function<World, ExportOptions> exports) {
    Problems problems = new Problems();
    SpecRecord settings = spec.settings();
    Window.check(settings, now, problems);
    problems.throwIfAny();
    Window window = Window.of(settings, now);
    World world =
        population.isPresent()
            ? new NamedWorld(
                    settings.whole(WorldKeys.SEED).orElse(seed),
                    WorldReader.url(settings),
                    window.start(),
                    window.end())
                .of(population.get())
            : World.of(generated(spec, now, seed, problems));
    long statements = spec.settings().whole("statements").orElse(DEFAULT_STATEMENTS);
    boolean visited =
        world.runs().stream()
            .anyMatch(run -> run.roster().size() > 0 && run.startDay() < run.endDay());
    if (!visited && statements > 0 && spec.settings().has("statements")) {
      problems.add(
          spec.settings().positionOf("statements"),
          "no learner is enrolled in a course for a whole day between %s and %s, so there can be no statements; write 0, or move dates"
              .formatted(LocalDate.ofEpochDay(window.start()), LocalDate.ofEpochDay(window.end())));
    }
    problems.throwIfAny();
    WeightsReader mix = new WeightsReader(settings);
    MixModel model = new MixModel(world, mix.mix(problems), visited ? statements : 0, FRAME);
    return new AspectsWorld(
        world,
        Dumps.of(world, model.enrolments(), exports.apply(world)),
        model,
        new StatementSettings(WorldReader.url(settings), mix.transformer()));
  }

  private static WorldSpec generated(ServiceSpec spec, Instant now, long seed, Problems problems) {
    Optional<WorldSpec> world = new GeneratedWorld(spec).reader().read(seed, now, problems);
    problems.throwIfAny();
    return world.orElseThrow();
  }

  /** Moment of enrolments without a time: the beginning of the window. */
  static Instant startOf(ServiceSpec spec, Instant now) {
    return LocalDate.ofEpochDay(Window.of(spec.settings(), now).start())
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
