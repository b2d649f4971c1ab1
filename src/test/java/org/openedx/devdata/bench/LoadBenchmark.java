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
 * gzip, jdk, zstd, lz4 or none. Prints statements a second by the clock and by processor time.
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
    try (Sink sink = sink(kind, Path.of(arguments[3]), threads)) {
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
    }
  }

  private static Sink sink(String kind, Path folder, int threads) throws IOException {
    if (kind.equals("discard")) {
      return new DiscardSink();
    }
    Codec codec =
        kind.equals("jdk")
            ? Codecs.of("gzip", OptionalInt.of(4))
            : Codecs.of(kind, OptionalInt.empty());
    return new CsvSink(new CsvFiles(folder, "", 0), codec, threads);
  }
}
