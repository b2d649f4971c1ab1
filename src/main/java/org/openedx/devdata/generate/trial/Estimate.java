package org.openedx.devdata.generate.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.xapi.EventModel;

/**
 * Estimate of what a load would make.
 *
 * @param tables rows and sizes by table
 * @param written size of all statements as files hold them; nothing when they go to a server
 * @param seconds time that making and coding everything takes, by the trial, with a processor for
 *     each thread, or all that there are; not what a server takes
 * @param secondsAsBusy the same while other programs take as much as they took during the trial
 * @param months how many months statements lie in
 * @param expired statements before the moment from which a site keeps them
 */
public record Estimate(
    Map<DumpTable, Rows> tables,
    OptionalLong written,
    double seconds,
    double secondsAsBusy,
    int months,
    long expired) {

  /**
   * Rows that a table gets.
   *
   * @param count how many rows
   * @param exact whether that is known; otherwise it is guessed from a sample
   * @param bytes about how large they are before coding
   */
  public record Rows(long count, boolean exact, long bytes) {}

  /** Small, so that parts of a small run are not empty; back ends cut slices at larger blocks. */
  private static final int STATEMENTS_OF_A_BLOCK = 2_048;

  /**
   * Estimates a run from a short trial.
   *
   * @param keptFrom microseconds since 1970; statements before it are dropped from derived tables
   */
  public static Estimate of(Generation load, long keptFrom) {
    GenerationConfig config = load.config();
    GenerationPlan plan = load.plan(STATEMENTS_OF_A_BLOCK);
    Map<DumpTable, Rows> tables = new EnumMap<>(DumpTable.class);
    Effort effort = Effort.NONE;
    for (TableDump dump : plan.dumps()) {
      TableTrial trial = TableTrial.of(plan.slice(), dump);
      tables.put(dump.table(), trial.all());
      effort = effort.plus(trial.effort());
    }
    long statements = plan.statementsOfSlice();
    StatementTrial trial = StatementTrial.of(plan, config);
    boolean asLines = config.backend().log(config).isPresent();
    long tried = asLines ? trial.statements() : trial.rows();
    double share = (double) statements / Math.max(1, tried);
    long rows = asLines ? Math.round(trial.rows() * share) : statements;
    boolean exact = plan.slice().equals(Slice.WHOLE) && plan.model().isCounted() && !asLines;
    tables.put(DumpTable.XAPI, new Rows(rows, exact, (long) (trial.bytes() * share)));
    effort = effort.plus(trial.effort().times(share));
    int processors = Runtime.getRuntime().availableProcessors();
    effort = effort.times(1.0 / Math.min(config.output().threads(), processors));
    return new Estimate(
        Collections.unmodifiableMap(tables),
        trial.isWritten()
            ? OptionalLong.of((long) (trial.written() * share))
            : OptionalLong.empty(),
        effort.seconds(),
        effort.asBusy(),
        months(plan, config),
        plan.statementsOfSliceBefore(keptFrom));
  }

  /** The months from the first frame of the slice to its last. */
  private static int months(GenerationPlan plan, GenerationConfig config) {
    EventModel model = plan.model();
    int blocks = plan.blocks(DumpTable.XAPI);
    int from = plan.frame(plan.slice().from(blocks));
    int to = plan.frame(plan.slice().to(blocks));
    if (from >= to) {
      return 0;
    }
    LocalDate first = day(model.startMicros(from));
    LocalDate last =
        to == model.frames()
            ? LocalDate.ofEpochDay(config.world().endDay() - 1)
            : day(model.startMicros(to));
    return (int) ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1)) + 1;
  }

  private static LocalDate day(long micros) {
    return Instant.ofEpochSecond(Math.floorDiv(micros, TimeUnit.SECONDS.toMicros(1)))
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }
}
