package org.openedx.devdata.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.keep.ledger.LoadOrigin;
import org.openedx.devdata.keep.ledger.SpecLedgers;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * A spec loaded with a ledger and without, in turns.
 *
 * @param lab of the database {@code loaded}
 * @param files of the tables that the spec fills
 */
public record SpecRemembered(
    SpecLab lab, String spec, TestDatabase loaded, TableFiles files, Stopwatch watch) {

  private static final String PLAIN = "load without a ledger";
  private static final String REMEMBERED = "load with a ledger";
  private static final String PLAIN_AGAIN = "second load without a ledger";
  private static final String REMEMBERED_AGAIN = "second load with a ledger";

  /** Times both, each from empty tables; the one that is first changes from round to round. */
  public void round(int round) throws Exception {
    for (int turn = 0; turn < 2; turn++) {
      boolean remembers = (round + turn) % 2 == 0;
      files.empty(loaded);
      loaded.run("DROP TABLE IF EXISTS devdata_ledger");
      SpecLab one = remembers ? lab.withLedgers(ledgers()) : lab.withLedgers(Ledgers.NONE);
      watch.time(remembers ? REMEMBERED : PLAIN, () -> one.loadQuietly(spec));
      watch.time(remembers ? REMEMBERED_AGAIN : PLAIN_AGAIN, () -> one.loadQuietly(spec));
    }
  }

  private static SpecLedgers ledgers() {
    return new SpecLedgers(
        new LoadOrigin("bench", true, "host", Path.of("/").toString(), "bench", Instant.EPOCH),
        Optional.empty());
  }

  public String ratios(String bound) {
    return watch.ratio("with / without a ledger", REMEMBERED, PLAIN, bound)
        + watch.ratio("second load, with / without", REMEMBERED_AGAIN, PLAIN_AGAIN, bound);
  }
}
