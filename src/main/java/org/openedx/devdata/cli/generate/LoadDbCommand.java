package org.openedx.devdata.cli.generate;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.generation.EstimateResult;
import org.openedx.devdata.cli.report.generation.MadeResult;
import org.openedx.devdata.cli.report.generation.RetryResult;
import org.openedx.devdata.cli.report.generation.StoredResult;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.spec.RunArguments;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code devdata load-db}. */
@Command(
    name = "load-db",
    header = "Makes xAPI statements and what they refer to, at volume, for Aspects.",
    description = {
      "",
      "Writes courses, blocks, tags, learners, enrolments and statements into CSV files or into "
          + "ClickHouse; statements also into a learning record store such as Ralph, or into a tracking "
          + "log for Vector. The same configuration and seed make the same rows on every machine, whatever the "
          + "threads and slices. Without a configuration: a small run of about 100,000 statements into the "
          + "folder xapi-data.",
      "",
      "Reads the configuration files of xapi-db-load, those of 1.5.0 and those of 3.x."
    },
    footer = {
      "",
      "Examples:",
      "  devdata load-db                                      the small run, into files",
      "  devdata load-db --target embedded                    the same, into the embedded ClickHouse",
      "  devdata load-db --config_file example_configs/csv.yaml --dry-run",
      "  devdata load-db --config_file example_configs/csv.yaml --slice 3/8"
    })
@Prints({MadeResult.class, EstimateResult.class, RetryResult.class, StoredResult.class})
public final class LoadDbCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = {"--config_file", "--config-file"},
      paramLabel = "FILE",
      description = "YAML of what to make; -: standard input; default: a small run.")
  private String file;

  @Option(
      names = "--dry-run",
      description = "Shows how much would be made and how long it would take; writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--slice",
      paramLabel = "I/N",
      description = "Only one of N equal parts, such as 3/8; wins over the file's.")
  private String slice;

  @Option(
      names = "--resume",
      description = "Resumes a run that was interrupted, without counting anything twice.")
  private boolean resume;

  @Option(
      names = "--retry",
      paramLabel = "FOLDER",
      description =
          "Makes nothing: sends the batches in this folder, which an earlier run could not deliver,"
              + " and removes what has arrived.")
  private String retry;

  @Option(
      names = {"--load_db_only", "--load-db-only"},
      description = "Makes nothing: has ClickHouse load files that were written before.")
  private boolean databaseOnly;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The run clock, such as 2026-03-29T01:30:00Z: what today means in the configuration.")
  private String now;

  @Option(
      names = "--allow-remote",
      description = "Allows a ClickHouse on another machine than this one.")
  private boolean allowRemote;

  public LoadDbCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    GenerateRequest request = request();
    return request.retry().isPresent()
        ? new RetryRunner(session, request).run()
        : new GenerateRunner(session, request).run();
  }

  private GenerateRequest request() {
    if (dryRun && resume) {
      throw new UsageException("--dry-run and --resume contradict each other; drop one");
    }
    if (retry != null && (dryRun || resume)) {
      throw new UsageException(
          "--retry contradicts --dry-run and --resume: it only sends what is there; drop one");
    }
    if (databaseOnly && (dryRun || resume || retry != null)) {
      throw new UsageException(
          "--load_db_only contradicts --dry-run, --resume and --retry: it makes nothing; drop one");
    }
    return new GenerateRequest(
        Optional.ofNullable(file),
        Optional.ofNullable(slice).map(LoadDbCommand::slice),
        dryRun,
        resume,
        Optional.ofNullable(retry),
        databaseOnly,
        allowRemote,
        embedded(session),
        RunArguments.clock(session, now),
        now != null);
  }

  static Slice slice(String text) {
    return Slice.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "--slice cannot be "
                        + Shown.quoted(text)
                        + "; give a part of the whole, such as 3/8"));
  }

  /** True when the target is the embedded ClickHouse; there is no other. */
  static boolean embedded(Session session) {
    String target = session.options().target;
    if (target != null && !target.equals(Target.EMBEDDED)) {
      throw new UsageException(
          "--target "
              + Shown.quoted(target)
              + " is no target of load-db; use embedded, or name a server by db_host in the"
              + " configuration");
    }
    return target != null;
  }
}
