package org.openedx.devdata.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.Generations;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.config.journeys.PeerSamples;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.life.habit.AccidentRates;
import org.openedx.devdata.life.habit.HabitReader;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsSetup;
import org.openedx.devdata.sink.clickhouse.ClickHouseCourier;
import org.openedx.devdata.sink.delivery.BatchSink;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.testing.TestClickHouse;
import org.openedx.devdata.testing.TestFolder;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.CourseSize;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Dumps;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.life.LifeModel;
import org.openedx.devdata.xapi.model.Worlds;

/**
 * Worlds of three seeds and the three sets of habits, in the raw tables of one site: what the judge
 * knows. Beside each, its known answers, which were not made from there. Loaded once.
 */
public final class JudgedWorlds {

  public static final AspectsNames NAMES =
      new AspectsNames(
          "judge_xapi",
          "judge_event_sink",
          "judge_reporting",
          "judge_openedx",
          "xapi_events_all",
          Optional.empty());

  private static final int SEEDS = 3;
  private static final String AS_OF = "2026-01-01 00:00:00";
  private static final List<CourseSize> SIZES =
      List.of(
          new CourseSize("small", 2, 8, 14, 6, 3, 6, 12, 6),
          new CourseSize("large", 1, 16, 30, 12, 4, 12, 24, 12));

  /**
   * A world that was loaded.
   *
   * @param label for messages
   * @param courses keys of its runs, as a list in SQL
   * @param asOf the moment at which it ends, as SQL
   * @param answers by table
   */
  public record Judged(String label, String courses, String asOf, Map<String, String> answers) {}

  private static final class Holder {
    private static final List<Judged> ALL = load();
  }

  private JudgedWorlds() {}

  public static List<Judged> all() {
    TestClickHouse.required();
    return Holder.ALL;
  }

  public static ClickHouse connect() {
    TestClickHouse engine = TestClickHouse.required();
    return ClickHouse.of(
        ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
  }

  private static List<Judged> load() {
    TestClickHouse engine = TestClickHouse.required();
    for (String database : NAMES.databases()) {
      engine.run("DROP DATABASE IF EXISTS " + database);
    }
    try (ClickHouse server = connect()) {
      AspectsSetup.init(server, NAMES);
      List<Judged> all = new ArrayList<>();
      for (String set : HabitReader.SETS) {
        for (int i = 0; i < SEEDS; i++) {
          int seed = all.size() + 1;
          Habits habits = habits(set, seed);
          all.add(load(set + " " + seed, new Lives(Worlds.of(seed, 50, SIZES), habits)));
        }
      }
      // Beside them in the same site, courses and learners as a peer's sample describes them.
      GenerationConfig oracle = PeerSamples.readAt(PeerSamples.text("journeys_oracle"), AS_OF);
      all.add(
          load(
              "journeys oracle",
              new Lives(oracle.population(), oracle.statements().habits().orElseThrow())));
      for (String statement : text("raw").split(";\n")) {
        server.run(filled(statement));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Judged load(String label, Lives lives) throws IOException, InterruptedException {
    World world = lives.world();
    LifeModel model = new LifeModel(world, lives.habits());
    GenerationPlan plan =
        GenerationPlan.of(
            Dumps.marked(world, model.enrolments(), model.history(), ExportOptions.DEFAULT),
            model,
            new StatementSettings(world.spec().lmsUrl(), "test"),
            Slice.WHOLE,
            5_000);
    try (BatchSink sink =
        new BatchSink(
            new ClickHouseCourier(connect(), NAMES::of, Map.of()),
            DeliveryPolicy.DEFAULT,
            new FailedBatches(TestFolder.of("judge-failed"), Map.of()),
            "judge-" + world.spec().seed(),
            5_000,
            line -> {})) {
      Generations.run(plan, sink, 2);
    }
    return new Judged(
        label,
        world.runs().stream()
            .map(CourseRun::key)
            .map(TableName::literal)
            .collect(Collectors.joining(", ")),
        "toDateTime64('%s', 6, 'UTC')".formatted(AS_OF),
        CountedAnswers.text(lives, 2));
  }

  /** The habits of a set; those of every second world are with accidents of authors. */
  private static Habits habits(String set, int seed) {
    Habits habits = HabitReader.of(set, Optional.empty()).habits();
    return seed % 2 == 0 ? habits.with(new AccidentRates(1, 2, 0.7, 2, 2, 1, 0)) : habits;
  }

  /** The judge's query for a table. */
  static String query(String table, Judged world) {
    return filled(
        text(table)
            .replace("{standing}", text("standing").strip())
            .replace("{stretches}", text("stretches").strip())
            .replace("{courses}", world.courses())
            .replace("{now}", world.asOf()));
  }

  private static String filled(String sql) {
    return sql.replace("{raw}", NAMES.statements().quoted())
        .replace("{sink}", NAMES.eventSink())
        .replace("{judge}", NAMES.openedx());
  }

  private static String text(String name) {
    try (InputStream in = JudgedWorlds.class.getResourceAsStream("judge/" + name + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
