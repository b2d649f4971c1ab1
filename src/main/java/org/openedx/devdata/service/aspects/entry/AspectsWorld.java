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
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.StatementSettings;

/**
 * All that a spec describes, ready to be made.
 *
 * @param world who and what there is
 * @param dumps tables without statements, in the order in which they are filled
 * @param model makes the statements
 * @param settings what all statements share
 */
record AspectsWorld(
    World world, List<TableDump> dumps, EventModel model, StatementSettings settings) {

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
    EntryModel model = new EntryModel(settings);
    World world =
        population.isPresent()
            ? new NamedWorld(
                    settings.whole(WorldKeys.SEED).orElse(seed),
                    WorldReader.url(settings),
                    window.start(),
                    window.end(),
                    model.lives() ? NamedWorld.Days.OWN : NamedWorld.Days.VISITED)
                .of(population.get())
            : World.of(generated(spec, now, seed, problems));
    EventModel events = model.of(world, problems);
    return new AspectsWorld(
        world,
        Dumps.of(world, events.enrolments(), exports.apply(world)),
        events,
        new StatementSettings(WorldReader.url(settings), model.transformer()));
  }

  private static WorldSpec generated(ServiceSpec spec, Instant now, long seed, Problems problems) {
    Optional<WorldSpec> world = new GeneratedWorld(spec).reader().read(seed, now, problems);
    problems.throwIfAny();
    WorldSpec sized = new EntryModel(spec.settings()).sized(world.orElseThrow(), problems);
    problems.throwIfAny();
    return sized;
  }

  /** Moment of enrolments without a time: the beginning of the window. */
  static Instant startOf(ServiceSpec spec, Instant now) {
    return LocalDate.ofEpochDay(Window.of(spec.settings(), now).start())
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
