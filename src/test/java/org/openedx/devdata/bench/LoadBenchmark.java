package org.openedx.devdata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.openedx.devdata.generate.GenerationPlan;
import org.openedx.devdata.generate.GenerationResult;
import org.openedx.devdata.generate.GenerationRun;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementSettings;
import org.openedx.devdata.xapi.model.MixModel;
import org.openedx.devdata.xapi.model.Worlds;

/**
 * Whole runs, timed: {@code LoadBenchmark SINK STATEMENTS THREADS FOLDER}, where SINK is discard,
 * gzip, jdk, zstd, lz4 or none. Prints statements a second by the clock, of all of the run and of
 * its last three quarters, and by processor time, beside what copying the same bytes in memory
 * takes. With {@code twice} behind it everything is packed twice, and the run without the second
 * time is compared with that: what making the bytes costs beside packing them, whatever else the
 * machine does.
 */
public final class LoadBenchmark {

  private static final int COPIED = 32 << 20;
  private static final int COPIES = 64;

  private LoadBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long statements = Long.parseLong(arguments[1].replace("_", ""));
    int threads = Integer.parseInt(arguments[2]);
    Path folder = Path.of(arguments[3]);
    Codec codec = codec(arguments[0]);
    if (arguments.length == 4) {
      run(codec, statements, threads, folder);
      return;
    }
    PackedTwice twice = new PackedTwice(codec);
    double used = run(twice, statements, threads, folder);
    System.out.printf(
        "%.1f s of it packing once more: without that %.3f times as much%n",
        twice.seconds(), (used - twice.seconds()) / twice.seconds());
  }

  /** Does a run, prints what it took, and gives its processor time in seconds. */
  private static double run(Codec codec, long statements, int threads, Path folder)
      throws IOException, InterruptedException {
    MixModel model = new MixModel(Worlds.wide(1), StatementMix.standard(), statements, 10_000);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long clock = System.nanoTime();
    long processor = system.getProcessCpuTime();
    try (Sink sink = sink(codec, folder, threads)) {
      GenerationPlan plan =
          GenerationPlan.of(
              List.of(),
              model,
              new StatementSettings(
                  "http://localhost:18000", StatementSettings.DEFAULT_TRANSFORMER),
              Slice.WHOLE,
              sink.statementsOfABlock());
      SteadyRate steady = new SteadyRate(statements);
      GenerationResult result =
          new GenerationRun(plan, sink, threads, CheckpointFile.none(), steady).run();
      double warm = steady.perSecond();
      double wall = (System.nanoTime() - clock) / 1e9;
      double used = (system.getProcessCpuTime() - processor) / 1e9;
      Tally tally = result.delivered().get(DumpTable.XAPI);
      long written = result.written().get(DumpTable.XAPI);
      System.out.printf(
          "%s: %,d statements in %.1f s: %,.0f/s, %,.0f/s once warm; %.1f s of processor, %.1f"
              + " times copying: %,.0f/s a core; %,d MB of JSON, %,d MB out (%.1f); checksum %s%n",
          sink.description(),
          tally.rows(),
          wall,
          tally.rows() / wall,
          warm,
          used,
          used / secondsToCopy(tally.bytes()),
          tally.rows() / used,
          tally.bytes() >> 20,
          written >> 20,
          written == 0 ? 0 : (double) tally.bytes() / written,
          tally.checksum());
      return used;
    }
  }

  /** What copying so many bytes in memory takes one core just now. */
  private static double secondsToCopy(long bytes) {
    byte[] source = new byte[COPIED];
    byte[] target = new byte[COPIED];
    System.arraycopy(source, 0, target, 0, COPIED);
    long begin = System.nanoTime();
    for (int i = 0; i < COPIES; i++) {
      System.arraycopy(source, 0, target, 0, COPIED);
    }
    return (System.nanoTime() - begin) / 1e9 * bytes / ((double) COPIED * COPIES);
  }

  private static Sink sink(Codec codec, Path folder, int threads) throws IOException {
    return codec == null
        ? new DiscardSink()
        : new CsvSink(new CsvFiles(folder, "", 0), codec, threads);
  }

  /** The codec of a kind of sink; null for none. */
  private static Codec codec(String kind) {
    return switch (kind) {
      case "discard" -> null;
      case "jdk" -> Codecs.of("gzip", OptionalInt.of(4));
      default -> Codecs.of(kind, OptionalInt.empty());
    };
  }
}
