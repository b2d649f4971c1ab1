package org.openedx.devdata.cli.report.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.world.dump.DumpTable;

/** A load of generated data. */
public record MadeResult(
    @Meaning("`load-db`") String command,
    @Meaning("the configuration's name") String config,
    @Meaning("its back end") String backend,
    @Meaning("the destination of the rows") String destination,
    @Meaning("the run's seed") long seed,
    @Meaning("the slice, such as `1/1` for the whole") String slice,
    @Meaning("false: rows were written") boolean dryRun,
    @Meaning("duration of the run") Duration seconds,
    @Meaning("number of statements made in a second") long statementsPerSecond,
    @Meaning("durations by table, of those that were not done before")
        Map<String, Duration> tableSeconds,
    @Meaning("the file of the manifest") Path manifestFile,
    @Meaning("its content: rows, bytes and checksums by table, statements by verb and course")
        ObjectNode manifest) {

  /**
   * The document of a load.
   *
   * @param statements that this process has made
   * @param took how long that took
   * @param tables how long each table took of those that were not done before
   * @param file of the manifest
   */
  public static MadeResult of(
      GenerationFacts facts,
      long statements,
      Duration took,
      Map<DumpTable, Duration> tables,
      Path file,
      ObjectNode manifest) {
    double seconds = Math.max(1, took.toMillis()) / 1000.0;
    Map<String, Duration> times = new LinkedHashMap<>();
    tables.forEach((table, time) -> times.put(table.tableName(), time));
    return new MadeResult(
        "load-db",
        facts.source(),
        facts.config().backend().key(),
        facts.destination(),
        facts.config().world().seed(),
        facts.config().output().slice().toString(),
        false,
        took,
        Math.round(statements / seconds),
        times,
        file,
        manifest);
  }
}
