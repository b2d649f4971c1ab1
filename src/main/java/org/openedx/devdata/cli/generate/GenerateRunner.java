package org.openedx.devdata.cli.generate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.Surroundings;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.generation.GenerationFacts;
import org.openedx.devdata.cli.report.generation.MadeResult;
import org.openedx.devdata.cli.report.generation.MadeText;
import org.openedx.devdata.cli.report.progress.GenerationProgress;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.cli.report.text.Batches;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.GenerationListener;
import org.openedx.devdata.generate.GenerationListeners;
import org.openedx.devdata.generate.GenerationResult;
import org.openedx.devdata.generate.GenerationRun;
import org.openedx.devdata.generate.OutputFolder;
import org.openedx.devdata.generate.TimingLog;
import org.openedx.devdata.generate.checkpoint.RunLock;
import org.openedx.devdata.generate.checkpoint.RunRefusedException;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.delivery.DeliveryException;

/** Runs a load of generated data, or reports what it would make. Used once. */
final class GenerateRunner {

  private final Session session;
  private final GenerateRequest request;
  private final long start = System.nanoTime();

  GenerateRunner(Session session, GenerateRequest request) {
    this.session = session;
    this.request = request;
  }

  /** Runs, writes the report, and returns the exit code. */
  int run() {
    GenerationConfig config = config();
    try (Destination destination = new Destination(session, request, config)) {
      if (request.file().isEmpty()) {
        session.note("no --config_file: the small default run goes to " + destination.label());
      }
      if (request.databaseOnly()) {
        return new StoredTransferRunner(session, request, config, destination).run();
      }
      long begin = System.nanoTime();
      Generation load = destination.servers().following(new Generation(config));
      Duration setup = Duration.ofNanos(System.nanoTime() - begin);
      if (request.dryRun()) {
        return dryRun(load, destination);
      }
      int made = make(load, setup, destination);
      return made == ExitCode.DONE && config.store().loadAfter()
          ? new StoredTransferRunner(session, request, config, destination).run()
          : made;
    }
  }

  private GenerationConfig config() {
    ConfigFiles configs = new ConfigFiles(session, request);
    try {
      return request.resume()
          ? configs.readAsBegun(config -> Destination.state(session, config))
          : configs.read();
    } catch (IOException e) {
      throw new CommandException(
          ErrorCode.LOAD, "cannot read the checkpoint: " + e.getMessage(), e);
    }
  }

  /** The timing log that was asked for, if any; that it cannot be written ends no run. */
  private Optional<TimingLog> timings(GenerationConfig.Log settings) {
    if (settings.folder() == null) {
      return Optional.empty();
    }
    Surroundings surroundings = session.surroundings();
    try {
      Path folder = surroundings.folder().resolve(settings.folder());
      return Optional.of(TimingLog.open(folder, settings, surroundings.clock()));
    } catch (IOException e) {
      session.warn("log_dir: cannot write %s; going on without".formatted(e.getMessage()));
      return Optional.empty();
    }
  }

  private int dryRun(Generation load, Destination destination) {
    new DryRun(session, request, destination).run(load, facts(load, destination));
    return ExitCode.DONE;
  }

  /** Other slices are meant to be there. */
  private void warnOfEarlierFiles(Generation load, Destination destination) {
    try {
      OutputFolder folder = new OutputFolder(destination.state().path());
      folder.refuseLinks();
      folder
          .ofAnotherUser()
          .ifPresent(
              file ->
                  session.warn(
                      "%s holds files of another user, which would be overwritten: %s"
                          .formatted(folder.path(), file)));
      if (!request.resume()
          && load.config().output().slice().equals(Slice.WHOLE)
          && destination.holdsEarlierFiles()) {
        session.warn(
            "%s holds files of an earlier run; those of the same names are replaced, others stay"
                .formatted(destination.place().label()));
      }
    } catch (IOException e) {
      throw new CommandException(ErrorCode.LOAD, message(e, destination), e);
    }
  }

  @SuppressWarnings("try") // A lock is only held.
  private int make(Generation load, Duration setup, Destination destination) {
    destination.servers().check(load.tables());
    try (RunLock lock = RunLock.of(destination.state())) {
      warnOfEarlierFiles(load, destination);
      return makeAlone(load, setup, destination);
    } catch (IOException e) {
      boolean written =
          request.resume()
              && load.config().store().loadAfter()
              && Files.exists(destination.state().manifest());
      String rest = "; the files are written, and '%s' loads them".formatted(request.loadCommand());
      throw new CommandException(
          ErrorCode.LOAD, message(e, destination) + (written ? rest : ""), e);
    }
  }

  private int makeAlone(Generation load, Duration setup, Destination destination)
      throws IOException {
    try (Progress progress = session.progress("load-db");
        Sink sink = destination.open(progress::warning);
        TimingLog timings = timings(load.config().log()).orElse(null)) {
      GenerationProgress listener = new GenerationProgress(progress);
      List<GenerationListener> listeners = new ArrayList<>(List.of(listener));
      if (timings != null) {
        timings.took("setup", "event_generator", setup);
        timings.took("setup", "full_setup", took());
        listeners.add(timings);
      }
      GenerationRun run =
          load.run(sink, destination.state(), request.resume(), new GenerationListeners(listeners));
      if (!session.json()) {
        new MadeText(facts(load, destination))
            .begin(load.plan(sink.statementsOfABlock()), text(destination));
      }
      return make(load, sink, run, listener, destination);
    }
  }

  private int make(
      Generation load,
      Sink sink,
      GenerationRun run,
      GenerationProgress listener,
      Destination destination)
      throws IOException {
    GenerateInterruption interruption = new GenerateInterruption(run);
    Interruption.Phase phase = session.interruption().silent();
    try {
      GenerationResult result = run.run();
      listener.close();
      ObjectNode manifest = load.finish(result, sink, destination.state(), destination.written());
      show(load, listener, destination, manifest);
      if (load.config().backend().needsDatabase()) {
        destination.servers().loaded(false);
        destination.servers().fillAnswers(destination.state().path());
      }
      return result.lostRows() == 0 ? ExitCode.DONE : lost(result, destination.state().failed());
    } catch (InterruptedException e) {
      listener.close();
      CommandException interrupted =
          new CommandException(
              ErrorCode.LOAD,
              Files.exists(destination.state().checkpoint())
                  ? "interrupted; what has arrived is kept, and '%s' resumes from there"
                      .formatted(request.resumeCommand())
                  : "interrupted before any statements were made; run it again",
              e);
      return new FailureOutput(session).reportAll(Failures.of(interrupted), interrupted);
    } catch (DeliveryException | DatabaseException e) {
      throw new CommandException(ErrorCode.LOAD, e.getMessage() + thenResume(destination), e);
    } finally {
      listener.close();
      interruption.close();
      phase.close();
    }
  }

  private int lost(GenerationResult result, Path kept) {
    CommandException failed =
        new CommandException(
            ErrorCode.LOAD,
            "%s could not be delivered; what was lost is kept, and '%s' sends it"
                .formatted(
                    Batches.of(result.lostBlocks(), result.lostRows()), request.retryCommand(kept)),
            null);
    new FailureOutput(session).report(Failures.of(failed), failed);
    return ExitCode.FAILED;
  }

  private void show(
      Generation load, GenerationProgress made, Destination destination, ObjectNode manifest) {
    GenerationFacts facts = facts(load, destination);
    session.show(
        MadeResult.of(
            facts,
            made.statements(),
            took(),
            made.took(),
            destination.state().manifest(),
            manifest),
        new MadeText(facts),
        text(destination));
  }

  private TextOut text(Destination destination) {
    return destination.toStandardOutput() ? session.errorText() : session.text();
  }

  private GenerationFacts facts(Generation load, Destination destination) {
    return new GenerationFacts(request.source(), destination.label(), load.config());
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private String message(IOException e, Destination destination) {
    return e instanceof RunRefusedException
        ? e.getMessage()
        : Failures.of(e).message() + thenResume(destination);
  }

  /** A run that has no checkpoint yet is only begun again. */
  private String thenResume(Destination destination) {
    return Files.exists(destination.state().checkpoint())
        ? "; then '%s' resumes the run".formatted(request.resumeCommand())
        : "; then run it again";
  }
}
