package org.openedx.devdata.bench;

import java.util.concurrent.TimeUnit;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one statement costs, step by step, on one thread. Run with {@code -prof gc}: allocation for
 * a statement is to be zero.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class StatementBenchmark {

  private final StatementData data = new StatementData();
  private final OutputBytes out = new OutputBytes(1 << 16);
  private final byte[] copy = new byte[1 << 16];
  private MixModel model;
  private FrameReader reader;
  private StatementRenderer renderer;
  private int frame;

  @Setup
  public void setUp() {
    model = new MixModel(Worlds.wide(1), StatementMix.standard(), 100_000_000, 10_000);
    reader = model.reader();
    renderer =
        new StatementRenderer(
            new StatementSettings("http://localhost:18000", StatementSettings.DEFAULT_TRANSFORMER));
    reader.open(0);
  }

  @Benchmark
  public long draw() {
    next();
    return data.micros;
  }

  @Benchmark
  public long drawAndIdentify() {
    next();
    renderer.identify(data);
    return data.idLow;
  }

  @Benchmark
  public int drawIdentifyAndRender() {
    next();
    renderer.identify(data);
    out.clear();
    renderer.render(data, Quoting.PLAIN, out);
    return out.length();
  }

  /** All that the discard sink does. */
  @Benchmark
  public long discard() {
    drawIdentifyAndRender();
    return XxHash64.of(out.array(), 0, out.length());
  }

  /** The floor: the same number of bytes copied. */
  @Benchmark
  public byte copyOfAStatement() {
    System.arraycopy(out.array(), 0, copy, 0, 1_150);
    return copy[1_000];
  }

  private void next() {
    while (!reader.next(data)) {
      frame = (frame + 1) % model.frames();
      reader.open(frame);
    }
  }
}
