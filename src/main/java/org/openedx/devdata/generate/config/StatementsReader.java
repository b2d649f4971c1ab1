package org.openedx.devdata.generate.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.generate.config.journeys.JourneysKeys;
import org.openedx.devdata.generate.config.journeys.JourneysReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.spec.PlacedMap;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.world.keys.WorldReader;
import org.openedx.devdata.world.template.TemplatedCourses;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.keys.SizingReader;
import org.openedx.devdata.xapi.keys.WeightsReader;
import org.openedx.devdata.xapi.life.LifeSizing;

/** Reads what is made: a world, and statements about it. Immutable. */
record StatementsReader(SpecRecord settings, Problems problems) {

  static final String BATCHES = "num_xapi_batches";
  static final String BATCH = "batch_size";

  /** Statements that go to a server together, unless a file of lives says otherwise. */
  private static final long DEFAULT_BATCH = 10_000;

  /** ClickHouse takes no insert into more partitions; the table is partitioned by month. */
  private static final int MAXIMUM_MONTHS_OF_A_BATCH = 100;

  /** The statements; something, with problems, when they are not right. */
  GenerationConfig.Statements statements() {
    WeightsReader mix = new WeightsReader(settings);
    LifeReader life = new LifeReader(settings);
    if (life.isChosen()) {
      life.check(problems);
      return new GenerationConfig.Statements(
          0,
          settings.whole(BATCH).orElse(DEFAULT_BATCH).intValue(),
          life.text(),
          mix.mix(problems),
          mix.transformer(),
          life.habits(problems));
    }
    life.checkUnused(problems);
    long batches = settings.whole(BATCHES).orElse(0L);
    long size = settings.whole(BATCH).orElse(1L);
    return new GenerationConfig.Statements(
        batches * size,
        (int) size,
        mix.changes().toString(),
        mix.mix(problems),
        mix.transformer(),
        Optional.empty());
  }

  /** The sizing of a world for as many statements as are asked for; nothing when none are. */
  Optional<LifeSizing> sizing(Optional<WorldSpec> world, Optional<Habits> habits) {
    return problems.isEmpty() && world.isPresent() && habits.isPresent()
        ? new SizingReader(settings, problems).sizing(world.get(), habits.get())
        : Optional.empty();
  }

  /** Keys without which nothing can be made. */
  List<String> neededKeys() {
    boolean lives = new LifeReader(settings).isChosen();
    return ConfigKeys.NEEDED.stream()
        .filter(key -> !(lives && ConfigKeys.NEEDED_BY_MIX.contains(key)))
        .filter(key -> !(hasJourneys() && ConfigKeys.SIZE_KEYS.contains(key)))
        .toList();
  }

  /** The courses, when they are drawn from the templates of journeys. */
  Optional<TemplatedCourses> templated() {
    return settings
        .get(JourneysKeys.SECTION, SpecRecord.class)
        .flatMap(section -> new JourneysReader(section, problems).courses());
  }

  private boolean hasJourneys() {
    return settings.has(JourneysKeys.SECTION);
  }

  /** The world; nothing when something of it is a problem. */
  Optional<WorldSpec> world(StatementMix mix, Instant now) {
    WorldReader reader = new WorldReader(settings, sizes(), settings.positionOf(ConfigKeys.SIZES));
    WorldReader.checkUrl(settings, problems);
    settings
        .text(WorldKeys.LMS_URL)
        .filter(url -> url.endsWith("/"))
        .ifPresent(
            url ->
                problems.warn(
                    settings.positionOf(WorldKeys.LMS_URL),
                    "lms_url ends with a slash, which is left out"));
    reader.check(problems);
    if (settings.get(ConfigKeys.SIZES, PlacedMap.class).filter(PlacedMap::isEmpty).isPresent()) {
      problems.add(
          settings.positionOf(ConfigKeys.SIZES),
          "num_course_sizes is empty; give at least one size and its number of course runs");
    }
    if (problems.isEmpty() && !new LifeReader(settings).isChosen()) {
      new WeightsReader(settings).checkPossible(mix, reader, problems);
    }
    boolean dated =
        settings.time(WorldKeys.START).isPresent()
            && settings.time(WorldKeys.END).isPresent()
            && settings.whole(WorldKeys.LENGTH).isPresent();
    Optional<WorldSpec> world =
        dated ? reader.read(ConfigKeys.DEFAULT_SEED, now, problems) : Optional.empty();
    world.ifPresent(this::checkBatches);
    return world;
  }

  private void checkBatches(WorldSpec world) {
    double months = (world.endDay() - world.startDay()) / 30.5;
    long batches = settings.whole(BATCHES).orElse(0L);
    if (batches > 0 && months / batches > MAXIMUM_MONTHS_OF_A_BATCH) {
      problems.add(
          settings.positionOf(BATCH),
          "a batch would lie in %d months, but ClickHouse takes at most %d in one insert; make more batches"
              .formatted(Math.round(months / batches), MAXIMUM_MONTHS_OF_A_BATCH));
    }
  }

  /** The sizes that have both numbers. */
  private List<WorldReader.Size> sizes() {
    PlacedMap counts = settings.map(ConfigKeys.SIZES);
    PlacedMap makeups = settings.map(ConfigKeys.MAKEUP);
    if (settings.get(ConfigKeys.MAKEUP, PlacedMap.class).isEmpty()) {
      return List.of(); // Reported already.
    }
    List<WorldReader.Size> sizes = new ArrayList<>();
    for (String name : counts.written()) {
      if (!makeups.written().contains(name)) {
        problems.add(
            counts.place(name).value(),
            "size '%s' has no entry in course_size_makeup; add one".formatted(Shown.cut(name)));
      } else if (counts.get(name) instanceof Long runs
          && makeups.get(name) instanceof SpecRecord makeup) {
        sizes.add(new WorldReader.Size(name, runs, makeup));
      }
    }
    for (String name : makeups.written()) {
      if (!counts.written().contains(name)) {
        problems.warn(
            makeups.place(name).key(),
            "size %s of course_size_makeup is not used".formatted(Shown.cut(name)));
      }
    }
    return sizes;
  }
}
