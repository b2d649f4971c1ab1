package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.generation.StoredResult;
import org.openedx.devdata.cli.report.generation.StoredText;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.stored.StoredFiles;
import org.openedx.devdata.generate.stored.StoredSource;
import org.openedx.devdata.generate.stored.StoredTransfer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.world.dump.DumpTable;

/** Has ClickHouse load files from an object store, and reports what it has read. Used once. */
final class StoredTransferRunner {

  /** A file of statements takes as long as it takes. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Session session;
  private final GenerateRequest request;
  private final GenerationConfig config;
  private final Destination destination;
  private final long start = System.nanoTime();

  StoredTransferRunner(
      Session session, GenerateRequest request, GenerationConfig config, Destination destination) {
    this.session = session;
    this.request = request;
    this.config = config;
    this.destination = destination;
  }

  int run() {
    DestinationServers servers = destination.servers();
    try {
      StoredTransfer.Result result = load(servers);
      if (request.databaseOnly() || !session.json()) {
        // One document only: that of the run that made the files.
        session.show(document(result), new StoredText(result));
      }
      servers.loaded(false);
      servers.fillAnswers(destination.state().path());
      return result.different().isEmpty() ? ExitCode.DONE : incomplete(result);
    } catch (ClickHouseException e) {
      throw request.databaseOnly()
          ? e
          : e.with(
              "%s; the files are written, then '%s' loads them"
                  .formatted(e.getMessage(), request.loadCommand()));
    } catch (IOException e) {
      throw new CommandException(ErrorCode.LOAD, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(
          ErrorCode.LOAD, "interrupted; a second run loads everything again", e);
    }
  }

  @SuppressWarnings("try") // A phase is only held.
  private StoredTransfer.Result load(DestinationServers servers)
      throws IOException, InterruptedException {
    StoredSource source = StoredSource.of(config, destination.place());
    // Looked at before a server is asked, or started.
    StoredFiles files = source.find();
    String interrupted =
        "interrupted; the files are written, and '%s' loads them".formatted(request.loadCommand());
    try (Interruption.Phase phase = session.interruption().during(() -> interrupted);
        Progress progress = session.progress("load-db");
        ClickHouse server = servers.database(settings -> settings.withTimeout(PATIENCE))) {
      return new StoredTransfer(config, source, server, servers::place, servers::beforeStatements)
          .run(files, showing(progress));
    }
  }

  private StoredResult document(StoredTransfer.Result result) {
    return StoredResult.of(
        destination.place().label(),
        destination.servers().label(),
        result,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static StoredTransfer.Listener showing(Progress progress) {
    return new StoredTransfer.Listener() {
      @Override
      public void loading(DumpTable table, String file) {
        progress.show(() -> "%s: loading %s".formatted(table.tableName(), file));
      }

      @Override
      public void missing(String file) {
        progress.warning("there is no %s; going on without".formatted(file));
      }

      @Override
      public void triedInVain(String file, String reason, Duration pause) {
        progress.warning("next try in %d s: %s".formatted(pause.toSeconds(), reason));
      }
    };
  }

  private int incomplete(StoredTransfer.Result result) {
    List<String> tables =
        result.different().stream()
            .map(
                table ->
                    "%,d of %,d of %s"
                        .formatted(
                            result.rows().get(table),
                            result.expected().get(table),
                            table.tableName()))
            .toList();
    CommandException failed =
        new CommandException(
            ErrorCode.LOAD,
            "ClickHouse has read other numbers of rows than the manifest states: %s; write the files again"
                .formatted(String.join(", ", tables)),
            null);
    new FailureOutput(session).report(Failures.of(failed), failed);
    return ExitCode.FAILED;
  }
}
