package org.openedx.devdata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.openedx.devdata.load.CheckpointFile;
import org.openedx.devdata.load.LoadListener;
import org.openedx.devdata.load.LoadPlan;
import org.openedx.devdata.load.LoadResult;
import org.openedx.devdata.load.LoadRun;
import org.openedx.devdata.load.Slice;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.Sink;
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
 * gzip, jdk, zstd, lz4 or none. Prints statements a second by the clock and by processor time. With
 * {@code twice} behind it everything is packed twice, and the run without the second time is
 * compared with that: what making the bytes costs beside packing them, whatever else the machine
 * does.
 */
public final class LoadBenchmark {

  private LoadBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String kind = arguments[0];
    long statements = Long.parseLong(arguments[1].replace("_", ""));
    int threads = Integer.parseInt(arguments[2]);
    MixModel model = new MixModel(Worlds.wide(1), StatementMix.standard(), statements, 10_000);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long clock = System.nanoTime();
    long processor = system.getProcessCpuTime();
    Codec codec = kind.equals("discard") ? null : codec(kind);
    PackedTwice twice = arguments.length > 4 ? new PackedTwice(codec) : null;
    try (Sink sink = sink(twice == null ? codec : twice, Path.of(arguments[3]), threads)) {
      LoadPlan plan =
          LoadPlan.of(
              List.of(),
              model,
              new StatementSettings(
                  "http://localhost:18000", StatementSettings.DEFAULT_TRANSFORMER),
              Slice.WHOLE,
              sink.statementsOfABlock());
      LoadResult result =
          new LoadRun(plan, sink, threads, CheckpointFile.none(), LoadListener.SILENT).run();
      double wall = (System.nanoTime() - clock) / 1e9;
      double used = (system.getProcessCpuTime() - processor) / 1e9;
      long rows = result.delivered().get(DumpTable.XAPI).rows();
      long bytes = result.delivered().get(DumpTable.XAPI).bytes();
      long written = result.written().get(DumpTable.XAPI);
      System.out.printf(
          "%s: %,d statements in %.1f s: %,.0f/s; %.1f s of processor: %,.0f/s a core; %,d MB of"
              + " JSON, %,d MB out (%.1f); checksum %s%n",
          sink.description(),
          rows,
          wall,
          rows / wall,
          used,
          rows / used,
          bytes >> 20,
          written >> 20,
          written == 0 ? 0 : (double) bytes / written,
          result.delivered().get(DumpTable.XAPI).checksum());
      if (twice != null) {
        System.out.printf(
            "%.1f s of it packing once more: without that %.3f times as much%n",
            twice.seconds(), (used - twice.seconds()) / twice.seconds());
      }
    }
  }

  private static Sink sink(Codec codec, Path folder, int threads) throws IOException {
    return codec == null
        ? new DiscardSink()
        : new CsvSink(new CsvFiles(folder, "", 0), codec, threads);
  }

  private static Codec codec(String kind) {
    return kind.equals("jdk")
        ? Codecs.of("gzip", OptionalInt.of(4))
        : Codecs.of(kind, OptionalInt.empty());
  }
}
