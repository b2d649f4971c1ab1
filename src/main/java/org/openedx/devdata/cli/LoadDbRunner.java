package org.openedx.devdata.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.Batches;
import org.openedx.devdata.cli.report.EstimateReport;
import org.openedx.devdata.cli.report.LoadFacts;
import org.openedx.devdata.cli.report.LoadProgress;
import org.openedx.devdata.cli.report.LoadReport;
import org.openedx.devdata.cli.report.Progress;
import org.openedx.devdata.load.LoadDb;
import org.openedx.devdata.load.LoadListener;
import org.openedx.devdata.load.LoadListeners;
import org.openedx.devdata.load.LoadResult;
import org.openedx.devdata.load.LoadRun;
import org.openedx.devdata.load.OutputFolder;
import org.openedx.devdata.load.RunLock;
import org.openedx.devdata.load.Slice;
import org.openedx.devdata.load.TimingLog;
import org.openedx.devdata.load.config.LoadConfig;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.delivery.DeliveryException;

/** Runs a load of generated data, or tells what it would make. Used once. */
final class LoadDbRunner {

  private final Session session;
  private final LoadDbRequest request;
  private final long start = System.nanoTime();

  LoadDbRunner(Session session, LoadDbRequest request) {
    this.session = session;
    this.request = request;
  }

  /** Runs, writes the report, and returns the exit code. */
  int run() {
    LoadConfig config = config();
    try (LoadDestination destination = new LoadDestination(session, request, config)) {
      if (request.file().isEmpty()) {
        session.note("no --config_file: the small default run goes to " + destination.label());
      }
      if (request.databaseOnly()) {
        return new StoreLoadRunner(session, request, config, destination).run();
      }
      long begin = System.nanoTime();
      LoadDb load = new LoadDb(config);
      Duration setup = Duration.ofNanos(System.nanoTime() - begin);
      if (request.dryRun()) {
        return tell(load, destination);
      }
      int made = make(load, setup, destination);
      return made == ExitCode.DONE && config.store().loadAfter()
          ? new StoreLoadRunner(session, request, config, destination).run()
          : made;
    }
  }

  private LoadConfig config() {
    LoadConfigs configs = new LoadConfigs(session, request);
    try {
      return request.resume()
          ? configs.readAsBegun(config -> LoadDestination.state(session, config))
          : configs.read();
    } catch (IOException e) {
      throw new LoadException("cannot read the checkpoint: " + e.getMessage(), e);
    }
  }

  /** The timing log that was asked for, if any; that it cannot be written ends no run. */
  private Optional<TimingLog> timings(LoadConfig.Log settings) {
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

  private int tell(LoadDb load, LoadDestination destination) {
    new LoadDryRun(session, request, destination)
        .tell(
            load,
            new EstimateReport(
                session.surroundings().out(), session.paint(), facts(load, destination)));
    return ExitCode.DONE;
  }

  /** Other slices are meant to be there. */
  private void warnOfEarlierFiles(LoadDb load, LoadDestination destination) {
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
      throw new LoadException(message(e), e);
    }
  }

  @SuppressWarnings("try") // A lock is only held.
  private int make(LoadDb load, Duration setup, LoadDestination destination) {
    destination.servers().check(load.tables());
    try (RunLock lock = RunLock.of(destination.state())) {
      warnOfEarlierFiles(load, destination);
      return makeAlone(load, setup, destination);
    } catch (IOException e) {
      throw new LoadException(message(e), e);
    }
  }

  private int makeAlone(LoadDb load, Duration setup, LoadDestination destination)
      throws IOException {
    try (Progress progress = session.progress("load-db");
        Sink sink = destination.open(progress::warning);
        TimingLog timings = timings(load.config().log()).orElse(null)) {
      LoadProgress listener = new LoadProgress(progress);
      List<LoadListener> listeners = new ArrayList<>(List.of(listener));
      if (timings != null) {
        timings.took("setup", "event_generator", setup);
        timings.took("setup", "full_setup", took());
        listeners.add(timings);
      }
      LoadRun run =
          load.run(sink, destination.state(), request.resume(), new LoadListeners(listeners));
      LoadReport report = report(load, destination);
      report.begin(load.plan(sink.statementsOfABlock()));
      return make(load, sink, run, listener, report, destination);
    }
  }

  private int make(
      LoadDb load,
      Sink sink,
      LoadRun run,
      LoadProgress listener,
      LoadReport report,
      LoadDestination destination)
      throws IOException {
    LoadInterruption interruption = new LoadInterruption(run);
    Interruption.Phase phase = session.interruption().silent();
    try {
      LoadResult result = run.run();
      listener.close();
      ObjectNode manifest = load.finish(result, sink, destination.state(), destination.written());
      report.end(
          manifest, destination.state().manifest(), listener.statements(), took(), listener.took());
      if (load.config().backend().needsDatabase()) {
        destination.servers().loaded(false);
      }
      return result.lostRows() == 0 ? ExitCode.DONE : lost(result, destination.state().failed());
    } catch (InterruptedException e) {
      listener.close();
      LoadException interrupted =
          new LoadException(
              "interrupted; what has arrived is kept, and '%s' carries on from there"
                  .formatted(request.resumeCommand()),
              e);
      return new FailureOutput(session).tellAll(Failures.of(interrupted), interrupted);
    } catch (DeliveryException e) {
      throw new LoadException(
          "%s; then '%s' carries on".formatted(e.getMessage(), request.resumeCommand()), e);
    } finally {
      listener.close();
      interruption.close();
      phase.close();
    }
  }

  private int lost(LoadResult result, Path kept) {
    LoadException failed =
        new LoadException(
            "%s could not be delivered; what was lost is kept, and '%s' sends it"
                .formatted(
                    Batches.of(result.lostBlocks(), result.lostRows()), request.retryCommand(kept)),
            null);
    new FailureOutput(session).tell(Failures.of(failed), failed);
    return ExitCode.FAILED;
  }

  private LoadReport report(LoadDb load, LoadDestination destination) {
    // Where statements go to standard output, all that is told goes to standard error.
    boolean apart = destination.toStandardOutput() && !request.dryRun();
    return new LoadReport(
        apart ? session.surroundings().err() : session.surroundings().out(),
        apart ? session.errorPaint() : session.paint(),
        facts(load, destination));
  }

  private LoadFacts facts(LoadDb load, LoadDestination destination) {
    return new LoadFacts(
        session.json(),
        session.options().quiet,
        request.source(),
        destination.label(),
        load.config());
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The messages of file systems are bare paths when the class says the rest. */
  private String message(IOException e) {
    String what = e.getMessage();
    if (what != null
        && (what.startsWith("nothing to resume")
            || what.startsWith("cannot resume")
            || what.startsWith("another run"))) {
      return what;
    }
    if (e instanceof FileSystemException files && files.getReason() == null) {
      what = files.getClass().getSimpleName().replace("Exception", "") + " " + files.getFile();
    }
    return "cannot write: %s; see to it, then '%s' carries on"
        .formatted(what, request.resumeCommand());
  }
}
