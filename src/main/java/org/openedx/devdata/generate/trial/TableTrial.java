package org.openedx.devdata.generate.trial;

import org.openedx.devdata.generate.TallyingWriter;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.world.dump.TableDump;

/**
 * Rows and sizes of a table without statements, by making some of its units.
 *
 * @param all rows and sizes of the whole
 * @param effort of making all of it on one thread
 */
record TableTrial(Estimate.Rows all, Effort effort) {

  private static final int UNITS = 24;

  static TableTrial of(Slice slice, TableDump dump) {
    int from = slice.from(dump.units());
    int units = slice.to(dump.units()) - from;
    int sample = Math.min(UNITS, units);
    Tally tally = new Tally(0);
    Effort effort =
        Effort.of(
            () -> {
              for (int i = 0; i < sample; i++) {
                // Evenly over all of them: sizes of courses follow each other.
                int unit = from + (int) ((long) units * i / sample);
                dump.write(unit, new TallyingWriter(DiscardSink.NOWHERE, tally));
              }
            });
    long known = sample == units ? tally.rows() : known(dump, from, units);
    double share = sample == 0 ? 0 : (double) units / sample;
    long rows = known < 0 ? Math.round(tally.rows() * share) : known;
    double perRow = tally.rows() == 0 ? 0 : (double) tally.bytes() / tally.rows();
    return new TableTrial(
        new Estimate.Rows(rows, known >= 0, Math.round(perRow * rows)),
        tally.rows() == 0 ? Effort.NONE : effort.times((double) rows / tally.rows()));
  }

  /** All rows, where every unit knows its number; else -1. */
  private static long known(TableDump dump, int from, int units) {
    long rows = 0;
    for (int unit = from; unit < from + units; unit++) {
      if (dump.rows(unit) < 0) {
        return -1;
      }
      rows += dump.rows(unit);
    }
    return rows;
  }
}
