package org.openedx.devdata.load;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * What a load would make.
 *
 * @param rows rows by table; -1 where only making them tells
 * @param bytes size of all statements as JSON
 * @param written size of all statements once coded
 * @param seconds time that making and coding them takes, by the trial
 * @param months how many months statements lie in
 * @param expired statements that the default TTL of Aspects (a year) would drop from derived tables
 */
public record LoadEstimate(
    Map<DumpTable, Long> rows, long bytes, long written, double seconds, int months, long expired) {

  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final int TRIAL = 20_000;

  static LoadEstimate of(LoadDb load, long nowMicros) {
    LoadPlan plan = load.plan(TRIAL);
    EventModel model = plan.model();
    Map<DumpTable, Long> rows = new EnumMap<>(DumpTable.class);
    for (TableDump dump : plan.dumps()) {
      rows.put(dump.table(), rows(plan.slice(), dump));
    }
    rows.put(DumpTable.XAPI, plan.statementsOfSlice());
    Trial trial = Trial.of(plan, load.config().output());
    double share = (double) plan.statementsOfSlice() / Math.max(1, trial.statements());
    LocalDate first = LocalDate.ofEpochDay(load.config().world().startDay());
    LocalDate last = LocalDate.ofEpochDay(load.config().world().endDay() - 1);
    return new LoadEstimate(
        Collections.unmodifiableMap(rows),
        (long) (trial.bytes() * share),
        (long) (trial.written() * share),
        trial.seconds() * share / load.config().output().threads(),
        (int) ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1)) + 1,
        model.statementsBefore(nowMicros - 365 * MICROS_PER_DAY));
  }

  private static long rows(Slice slice, TableDump dump) {
    long rows = 0;
    for (int unit = slice.from(dump.units()); unit < slice.to(dump.units()); unit++) {
      if (dump.rows(unit) < 0) {
        return -1;
      }
      rows += dump.rows(unit);
    }
    return rows;
  }

  /** A few frames from the middle, made and coded. */
  private record Trial(long statements, long bytes, long written, double seconds) {

    static Trial of(LoadPlan plan, LoadConfig.Output output) {
      EventModel model = plan.model();
      FrameReader reader = model.reader();
      StatementRenderer renderer = new StatementRenderer(plan.settings());
      StatementData data = new StatementData();
      OutputBytes rows = new OutputBytes(1 << 20);
      OutputBytes coded = new OutputBytes(1 << 20);
      long begin = System.nanoTime();
      long statements = 0;
      long bytes = 0;
      try (Compressor compressor = Codecs.of(output.compression(), output.level()).compressor()) {
        for (int frame = model.frames() / 2;
            frame < model.frames() && statements < TRIAL;
            frame++) {
          rows.clear();
          for (reader.open(frame); reader.next(data); statements++) {
            renderer.identify(data);
            renderer.render(data, Quoting.CSV, rows);
          }
          bytes += rows.length();
          compressor.compress(rows.array(), rows.length(), coded);
        }
      }
      double seconds = (double) (System.nanoTime() - begin) / TimeUnit.SECONDS.toNanos(1);
      return new Trial(statements, bytes, coded.length(), seconds);
    }
  }
}
