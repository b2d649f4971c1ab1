package org.openedx.devdata.generate.trial;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.FrameRows;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.xapi.EventModel;

/**
 * A few frames from the middle, made and coded as the back end would.
 *
 * @param rows how many statements, or lines that are made in their place
 * @param statements how many statements were to be expected
 * @param bytes the rows' size as JSON
 * @param written their size once coded
 * @param isWritten whether they are coded: they go to files
 * @param effort of that on one thread
 */
record StatementTrial(
    long rows, long statements, long bytes, long written, boolean isWritten, Effort effort) {

  /** Number of statements of a trial, about. */
  static final int STATEMENTS = 20_000;

  /** The first times are slow, because Java has to learn what is done often. */
  private static final int MINIMUM_TIMES = 4;

  /** It learns late on a busy machine. */
  private static final int MAXIMUM_TIMES = 10;

  /** A time that is not shorter than this part of the shortest one has nothing left to learn. */
  private static final double LEARNT = 0.95;

  static StatementTrial of(GenerationPlan plan, GenerationConfig config) {
    StatementTrial fastest = timed(plan, config);
    boolean learns = true;
    for (int i = 1; i < MAXIMUM_TIMES && (learns || i < MINIMUM_TIMES); i++) {
      StatementTrial next = timed(plan, config);
      learns = next.effort.seconds() < LEARNT * fastest.effort.seconds();
      fastest = next.effort.seconds() < fastest.effort.seconds() ? next : fastest;
    }
    return fastest;
  }

  private static StatementTrial timed(GenerationPlan plan, GenerationConfig config) {
    AtomicReference<StatementTrial> trial = new AtomicReference<>();
    Effort effort = Effort.of(() -> trial.set(once(plan, config)));
    return trial.get().taking(effort);
  }

  private StatementTrial taking(Effort taken) {
    return new StatementTrial(rows, statements, bytes, written, isWritten, taken);
  }

  private static StatementTrial once(GenerationPlan plan, GenerationConfig config) {
    Optional<Quoting> packing = config.backend().packed();
    EventModel model = plan.model();
    Tally tally = new Tally(model.courses().size());
    FrameRows rows = plan.rows();
    try (Compressor compressor =
        Codecs.of(config.output().compression(), config.output().level()).compressor()) {
      Packing out = new Packing(packing.orElse(Quoting.PLAIN), compressor);
      int first = model.frames() / 2;
      int frame = first;
      for (; frame < model.frames() && tally.rows() < STATEMENTS; frame++) {
        rows.write(frame, out, tally);
        if (packing.isPresent()) {
          out.pack();
        }
      }
      long statements = model.firstOrdinal(frame) - model.firstOrdinal(first);
      return new StatementTrial(
          tally.rows(), statements, tally.bytes(), out.packed(), packing.isPresent(), Effort.NONE);
    }
  }
}
