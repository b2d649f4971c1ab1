package org.openedx.devdata.generate.trial;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
 * @param seconds time that took on one thread
 */
record StatementTrial(
    long statements, long bytes, long written, boolean isWritten, double seconds) {

  /** Number of statements of a trial, about. */
  static final int STATEMENTS = 20_000;

  /** The first times are slow, because Java has to learn what is done often. */
  private static final int TIMES = 4;

  static StatementTrial of(GenerationPlan plan, GenerationConfig config) {
    StatementTrial fastest = once(plan, config);
    for (int i = 1; i < TIMES; i++) {
      StatementTrial next = once(plan, config);
      fastest = next.seconds < fastest.seconds ? next : fastest;
    }
    return fastest;
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
    long begin = System.nanoTime();
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
    double seconds = (double) (System.nanoTime() - begin) / TimeUnit.SECONDS.toNanos(1);
    return new StatementTrial(statements, bytes, packed.length(), packing.isPresent(), seconds);
  }
}
