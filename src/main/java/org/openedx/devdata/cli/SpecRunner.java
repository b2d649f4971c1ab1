package org.openedx.devdata.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.cli.report.BothListeners;
import org.openedx.devdata.cli.report.Failure;
import org.openedx.devdata.cli.report.Progress;
import org.openedx.devdata.cli.report.RunKind;
import org.openedx.devdata.cli.report.RunReport;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SpecRun;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;

/** Runs a top-level spec: reads specs, finds databases, plans and writes, reports. */
final class SpecRunner {

  /** How long to wait for another devdata that writes to the same database. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(60);

  private final Session session;

  SpecRunner(Session session) {
    this.session = session;
  }

  /** Runs, writes the report, and returns the exit code. */
  int run(RunRequest request, boolean differencesFail) {
    return run(request, differencesFail, () -> new SpecFiles(session).load(request));
  }

  /** As {@link #run(RunRequest, boolean)}, with specs that come from elsewhere. */
  int run(RunRequest request, boolean differencesFail, Supplier<LoadedSpecs> source) {
    long start = System.nanoTime();
    try (Progress progress = session.progress("reading specs")) {
      List<String> warnings = new ArrayList<>();
      Notices notices = new Notices(progress::note, warnings::add);
      LoadedSpecs specs = source.get();
      specs.warnings().forEach(warning -> warnings.add(warning.toString()));
      progress.phase("opening databases");
      try (Databases databases = new Databases(session, request.connect(), notices)) {
        List<RunEntry> entries = entries(request, specs, databases);
        try (RunReport report = report(entries)) {
          warnings.forEach(new BothListeners(report, progress)::warning);
          run(request, entries, report, progress);
          progress.end();
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          int exitCode = exitCode(report, differencesFail);
          new RunOutput(session, request).write(report, exitCode, took);
          return exitCode;
        }
      }
    }
  }

  private static int exitCode(RunReport report, boolean differencesFail) {
    boolean differ = report.counts().changes() > 0;
    return report
        .failure()
        .map(Failure::exitCode)
        .orElse(differencesFail && differ ? ExitCode.DIFFERENCES : ExitCode.DONE);
  }

  private void run(
      RunRequest request, List<RunEntry> entries, RunReport report, Progress progress) {
    Interruption interruption = new Interruption(session.surroundings().err());
    try {
      if (request.keepGoing()) {
        List<RunEntry> order = new ArrayList<>(entries);
        if (request.kind() == RunKind.RESET) {
          Collections.reverse(order);
        }
        for (RunEntry entry : order) {
          attempt(request, List.of(entry), report, progress)
              .ifPresent(failure -> report.entryFailed(entry, failure));
        }
      } else {
        attempt(request, entries, report, progress)
            .ifPresent(failure -> report.failed(failure, request.atomic()));
      }
    } finally {
      interruption.close();
    }
  }

  /** Runs entries; tells a failure at once and returns it. */
  private Optional<Failure> attempt(
      RunRequest request, List<RunEntry> entries, RunReport report, Progress progress) {
    try {
      new SpecRun(entries, options(request), new BothListeners(report, progress)).run();
      return Optional.empty();
    } catch (RuntimeException e) {
      Failure failure = Failures.of(e);
      progress.around(() -> new FailureOutput(session).tell(failure, e));
      return Optional.of(failure);
    }
  }

  private List<RunEntry> entries(RunRequest request, LoadedSpecs specs, Databases databases) {
    Path specFolder =
        SpecFiles.folderOf(request.top(), session.surroundings().folder().toAbsolutePath());
    List<String> services = specs.entries().stream().map(LoadedSpec::ida).distinct().toList();
    Map<String, ConnectionSettings> connections =
        databases.of(services, specs.targets(), specFolder);
    List<RunEntry> entries = new ArrayList<>();
    for (LoadedSpec entry : specs.entries()) {
      entries.add(
          new RunEntry(
              entries.size() + 1,
              service(request, entry.ida()),
              entry.spec(),
              connections.get(entry.ida())));
    }
    return entries;
  }

  private SqlService service(RunRequest request, String ida) {
    SqlService service = session.registry().sql(ida).orElseThrow();
    return service instanceof ContentService content && request.mediaRoot().isPresent()
        ? content.withMediaRoot(request.mediaRoot().get())
        : service;
  }

  private RunReport report(List<RunEntry> entries) {
    return session.json() || session.options().verbose
        ? RunReport.complete(entries)
        : RunReport.brief(entries);
  }

  private static RunOptions options(RunRequest request) {
    Step step =
        switch (request.kind()) {
          case PLAN, VERIFY -> Step.PLAN;
          case LOAD -> Step.LOAD;
          case RESET -> Step.RESET;
          case RESET_DRY_RUN -> Step.RESET_DRY_RUN;
        };
    return new RunOptions(
        step,
        request.now(),
        request.seed(),
        request.atomic(),
        LOCK_PATIENCE,
        RunOptions.CHUNK_SIZE);
  }
}
