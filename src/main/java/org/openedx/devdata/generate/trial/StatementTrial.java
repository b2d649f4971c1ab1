package org.openedx.devdata.generate.trial;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * A few frames from the middle, made and coded as the back end would.
 *
 * @param statements how many
 * @param bytes their size as JSON
 * @param written their size once coded
 * @param isWritten whether they are coded: they go to files
 * @param effort of that on one thread
 */
record StatementTrial(long statements, long bytes, long written, boolean isWritten, Effort effort) {

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
    return new StatementTrial(statements, bytes, written, isWritten, taken);
  }

  private static StatementTrial once(GenerationPlan plan, GenerationConfig config) {
    Optional<Quoting> packing = config.backend().packed();
    Quoting quoting = packing.orElse(Quoting.PLAIN);
    EventModel model = plan.model();
    FrameReader reader = model.reader();
    StatementRenderer renderer = new StatementRenderer(plan.settings());
    StatementData data = new StatementData();
    OutputBytes json = new OutputBytes(1 << 13);
    OutputBytes rows = new OutputBytes(1 << 20);
    OutputBytes packed = new OutputBytes(1 << 20);
    long statements = 0;
    long bytes = 0;
    try (Compressor compressor =
        Codecs.of(config.output().compression(), config.output().level()).compressor()) {
      for (int frame = model.frames() / 2;
          frame < model.frames() && statements < STATEMENTS;
          frame++) {
        rows.clear();
        for (reader.open(frame); reader.next(data); statements++) {
          renderer.identify(data);
          json.clear();
          renderer.render(data, Quoting.PLAIN, json);
          bytes += json.length();
          if (quoting == Quoting.CSV) {
            renderer.render(data, quoting, rows);
          } else {
            rows.put(json.array(), 0, json.length());
          }
        }
        if (packing.isPresent()) {
          compressor.compress(rows.array(), rows.length(), packed);
        }
      }
    }
    return new StatementTrial(statements, bytes, packed.length(), packing.isPresent(), Effort.NONE);
  }
}
