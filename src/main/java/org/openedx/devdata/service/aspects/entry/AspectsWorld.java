package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.world.named.NamedWorld;
import org.openedx.devdata.world.named.Population;
import org.openedx.devdata.xapi.StatementSettings;
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

  private static final long USUAL_STATEMENTS = 10_000;
  private static final String USUAL_URL = "http://localhost:18000";

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
      ServiceSpec spec, Optional<Population> population, Instant now, long seed) {
    Problems problems = new Problems();
    Window.check(spec, now, problems);
    Window window = Window.of(spec, now);
    boolean generated = population.isEmpty();
    if (generated && problems.isEmpty()) {
      new GeneratedWorld(spec).check(window, problems);
    }
    problems.throwIfAny();
    long ownSeed = spec.settings().whole("seed").orElse(seed);
    String url = spec.settings().text("lms_url").orElse(USUAL_URL).replaceAll("/+$", "");
    World world =
        generated
            ? World.of(new GeneratedWorld(spec).read(ownSeed, url, now))
            : new NamedWorld(ownSeed, url, window.start(), window.end()).of(population.get());
    long statements = spec.settings().whole("statements").orElse(USUAL_STATEMENTS);
    boolean visited =
        world.runs().stream()
            .anyMatch(run -> run.roster().size() > 0 && run.startDay() < run.endDay());
    if (!visited && statements > 0 && spec.settings().has("statements")) {
      problems.add(
          spec.settings().positionOf("statements"),
          "nobody is enrolled in a course for a whole day between %s and %s, so there can be no statements; write 0, or move dates"
              .formatted(LocalDate.ofEpochDay(window.start()), LocalDate.ofEpochDay(window.end())));
    }
    problems.throwIfAny();
    MixModel model = new MixModel(world, Mix.of(spec, problems), visited ? statements : 0, FRAME);
    return new AspectsWorld(
        world,
        Dumps.of(world, model.enrolments(), spec.settings().bool("pii").orElse(true)),
        model,
        new StatementSettings(
            url,
            spec.settings()
                .text("transformer_version")
                .orElse(StatementSettings.DEFAULT_TRANSFORMER)));
  }

  /** When enrolments without a time were made: when the window begins. */
  static Instant startOf(ServiceSpec spec, Instant now) {
    return LocalDate.ofEpochDay(Window.of(spec, now).start())
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
