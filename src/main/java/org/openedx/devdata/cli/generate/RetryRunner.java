package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.generation.RetryResult;
import org.openedx.devdata.cli.report.generation.RetryText;
import org.openedx.devdata.cli.report.progress.GenerationProgress;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.cli.report.text.Batches;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationResult;
import org.openedx.devdata.generate.Redelivery;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.checkpoint.RunLock;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.spec.Shown;

/** Sends batches that an earlier load could not deliver. Used once. */
final class RetryRunner {

  private final Session session;
  private final GenerateRequest asked;
  private final String name;
  private final Path folder;

  RetryRunner(Session session, GenerateRequest request) {
    this.session = session;
    this.asked = request;
    this.name = request.retry().orElseThrow();
    this.folder = session.surroundings().folder().resolve(name);
  }

  /** Sends, reports, and returns the exit code. */
  int run() {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "there is no folder %s; give one that a load has kept batches in"
              .formatted(Shown.quoted(name)));
    }
    try {
      GenerateRequest request = asked.with(FailedBatches.origin(folder));
      if (request.file().isEmpty() && !request.embedded()) {
        throw new ConfigurationException(
            "%s does not say where its batches go; add the run's --config_file, or --target embedded"
                .formatted(Shown.quoted(name)));
      }
      return send(request);
    } catch (IOException e) {
      throw new CommandException(
          ErrorCode.LOAD, "cannot send what is in %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  @SuppressWarnings("try") // A lock is only held.
  private int send(GenerateRequest request) throws IOException {
    Path state = folder.toAbsolutePath().getParent();
    GenerationConfig config =
        new ConfigFiles(session, request)
            .readAsBegun(read -> new RunFolder(state, read.output().slice()));
    if (!config.backend().needsDatabase()) {
      throw new ConfigurationException(
          "%s: backend %s keeps no batches; give the configuration of the run that did"
              .formatted(request.source(), config.backend().key()));
    }
    FailedBatches failed = new FailedBatches(folder, request.origin());
    try (RunLock lock = RunLock.of(new RunFolder(state, config.output().slice()));
        Destination destination = new Destination(session, request, config);
        Progress progress = session.progress("load-db --retry")) {
      GenerationProgress listener = new GenerationProgress(progress);
      boolean late = failed.list().stream().anyMatch(batch -> !batch.table().holdsStatements());
      Redelivery.Sent sent =
          new Redelivery(failed, state, listener, progress::warning).run(destination.servers());
      listener.close();
      if (sent.leftBatches() == 0) {
        complete(
            new Generation(config), destination, new RunFolder(state, config.output().slice()));
      }
      destination.servers().loaded(late);
      return report(request, destination, sent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ErrorCode.LOAD, "interrupted; the same command resumes it", e);
    }
  }

  /** Completes the manifest of a run that lacked nothing else. */
  private static void complete(Generation load, Destination destination, RunFolder state)
      throws IOException {
    try (Sink sink = destination.open(warning -> {})) {
      Optional<GenerationResult> result = load.completed(state, sink.statementsOfABlock());
      if (result.isPresent()) {
        load.finish(result.get(), sink, state, Map.of());
      }
    }
  }

  private int report(GenerateRequest request, Destination destination, Redelivery.Sent sent) {
    session.show(RetryResult.of(name, destination.servers().label(), sent), new RetryText());
    if (sent.leftBatches() == 0) {
      return ExitCode.DONE;
    }
    CommandException left =
        new CommandException(
            ErrorCode.LOAD,
            "%s could not be delivered this time either; '%s' tries again"
                .formatted(
                    Batches.of(sent.leftBatches(), sent.leftRows()),
                    request.retryCommand(Path.of(name))),
            null);
    new FailureOutput(session).report(Failures.of(left), left);
    return ExitCode.FAILED;
  }
}
