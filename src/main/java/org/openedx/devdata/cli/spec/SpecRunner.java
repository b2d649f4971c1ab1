package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.Notices;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.connect.SpecFiles;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.failure.Failure;
import org.openedx.devdata.cli.report.progress.BothListeners;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunReport;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.keep.ledger.LoadOrigin;
import org.openedx.devdata.keep.ledger.SpecLedgers;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.Service;
import org.openedx.devdata.plan.engine.SpecRun;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;

/** Runs a top-level spec: reads specs, finds databases, plans and writes, reports. */
public final class SpecRunner {

  private static final String INTERRUPTED =
      "interrupted; what was not committed yet is rolled back, and the next run resumes there";

  /** Time to wait for another devdata that writes to the same database. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(60);

  private final Session session;

  public SpecRunner(Session session) {
    this.session = session;
  }

  /** Runs, writes the report, and returns the exit code. */
  public int run(RunRequest request, boolean differencesFail) {
    return run(
        request,
        differencesFail,
        () -> new SpecFiles(session, request.now()).load(request),
        Optional.empty());
  }

  /** As {@link #run(RunRequest, boolean)}, with specs that come from elsewhere. */
  public int run(RunRequest request, boolean differencesFail, Supplier<LoadedSpecs> source) {
    return run(request, differencesFail, source, Optional.empty());
  }

  /** As {@link #run(RunRequest, boolean)}, once a user agrees. */
  int run(RunRequest request, RemovalConsent consent) {
    return run(
        request,
        false,
        () -> new SpecFiles(session, request.now()).load(request),
        Optional.of(consent));
  }

  private int run(
      RunRequest request,
      boolean differencesFail,
      Supplier<LoadedSpecs> source,
      Optional<RemovalConsent> consent) {
    long start = System.nanoTime();
    try (Progress progress = session.progress("reading specs")) {
      List<String> warnings = new ArrayList<>();
      Notices notices = new Notices(progress::note, warnings::add);
      LoadedSpecs listed = source.get();
      listed.warnings().forEach(warning -> warnings.add(warning.toString()));
      progress.phase("opening databases");
      try (Databases databases = new Databases(session, request.connect(), notices)) {
        LoadOrigin origin = origin(request, listed);
        LoadedSpecs specs =
            new DroppedServices(session, request, databases, warnings::add)
                .added(listed, origin, folder(request));
        Map<String, ConnectionSettings> connections = connections(request, specs, databases);
        List<RunEntry> entries = entries(request, specs.entries(), 1, connections);
        List<RunEntry> context =
            entries(request, context(specs), -specs.context().size(), connections);
        Ledgers ledgers = new SpecLedgers(origin, request.ledger());
        boolean[] agreed = {consent.isEmpty()};
        consent.ifPresent(
            one ->
                progress.around(
                    () ->
                        agreed[0] =
                            one.given(
                                session,
                                entries,
                                () -> preview(request, entries, context, ledgers))));
        if (!agreed[0]) {
          progress.end();
          session.surroundings().err().println("nothing was removed");
          return ExitCode.FAILED;
        }
        try (RunReport report = report(entries)) {
          new BothListeners(report, progress).warnings(warnings);
          run(request, entries, context, report, progress, ledgers);
          progress.end();
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          int exitCode = exitCode(report, differencesFail);
          new RunOutput(session, request).write(report, exitCode, took);
          return exitCode;
        }
      }
    }
  }

  /** Shows on standard error what a reset would remove. */
  private void preview(
      RunRequest request, List<RunEntry> entries, List<RunEntry> context, Ledgers ledgers) {
    RunOptions options = options(request, Step.RESET_DRY_RUN);
    try (RunReport report = RunReport.brief(entries)) {
      new SpecRun(entries, context, options, report, ledgers).run();
      new RunOutput(session, request).preview(report);
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
      RunRequest request,
      List<RunEntry> entries,
      List<RunEntry> context,
      RunReport report,
      Progress progress,
      Ledgers ledgers) {
    Interruption.Phase phase = session.interruption().during(() -> INTERRUPTED);
    try {
      if (request.keepGoing()) {
        List<RunEntry> order = new ArrayList<>(entries);
        if (request.kind() == RunKind.RESET) {
          Collections.reverse(order);
        }
        for (RunEntry entry : order) {
          List<RunEntry> others = new ArrayList<>(context);
          others.addAll(entries);
          others.remove(entry);
          attempt(request, List.of(entry), others, report, progress, ledgers)
              .ifPresent(failure -> report.entryFailed(entry, failure));
        }
      } else {
        attempt(request, entries, context, report, progress, ledgers)
            .ifPresent(failure -> report.failed(failure, request.atomic()));
      }
    } finally {
      phase.close();
    }
  }

  /** Runs entries; reports a failure at once and returns it. */
  private Optional<Failure> attempt(
      RunRequest request,
      List<RunEntry> entries,
      List<RunEntry> context,
      RunReport report,
      Progress progress,
      Ledgers ledgers) {
    try {
      new SpecRun(entries, context, options(request), new BothListeners(report, progress), ledgers)
          .run();
      return Optional.empty();
    } catch (RuntimeException e) {
      Failure failure = Failures.of(e);
      progress.around(() -> new FailureOutput(session).report(failure, e));
      return Optional.of(failure);
    }
  }

  private LoadOrigin origin(RunRequest request, LoadedSpecs specs) {
    Path folder = session.surroundings().folder().toAbsolutePath();
    return SpecOrigin.of(request.top(), specs.name(), folder, request.now());
  }

  private Path folder(RunRequest request) {
    return SpecFiles.folderOf(request.top(), session.surroundings().folder().toAbsolutePath());
  }

  private Map<String, ConnectionSettings> connections(
      RunRequest request, LoadedSpecs specs, Databases databases) {
    List<String> services =
        Stream.concat(context(specs).stream(), specs.entries().stream())
            .map(LoadedSpec::ida)
            .distinct()
            .toList();
    return databases.of(services, specs.targets(), folder(request));
  }

  /** Specs that are not run and that those of the entries take something from. */
  private List<LoadedSpec> context(LoadedSpecs specs) {
    Set<String> sources = new HashSet<>();
    for (LoadedSpec entry : specs.entries()) {
      sources.addAll(session.registry().service(entry.ida()).orElseThrow().sources(entry.spec()));
    }
    return specs.context().stream().filter(spec -> sources.contains(spec.ida())).toList();
  }

  private List<RunEntry> entries(
      RunRequest request,
      List<LoadedSpec> specs,
      int first,
      Map<String, ConnectionSettings> connections) {
    List<RunEntry> entries = new ArrayList<>();
    for (LoadedSpec entry : specs) {
      ConnectionSettings connection = connections.get(entry.ida());
      entries.add(
          new RunEntry(
              first + entries.size(),
              service(request, entry.ida(), connection),
              entry.spec(),
              connection));
    }
    return entries;
  }

  private Service service(RunRequest request, String ida, ConnectionSettings connection) {
    Service service = session.registry().service(ida).orElseThrow();
    Optional<Path> root = request.mediaRoot().or(() -> MediaArguments.beside(session, connection));
    return root.map(service::withMediaRoot).orElse(service);
  }

  private RunReport report(List<RunEntry> entries) {
    return session.json() || session.verbose()
        ? RunReport.complete(entries)
        : RunReport.brief(entries);
  }

  private static RunOptions options(RunRequest request) {
    return options(
        request,
        switch (request.kind()) {
          case PLAN, VERIFY -> Step.PLAN;
          case LOAD -> Step.LOAD;
          case RESET -> Step.RESET;
          case RESET_DRY_RUN -> Step.RESET_DRY_RUN;
        });
  }

  private static RunOptions options(RunRequest request, Step step) {
    return new RunOptions(
        step,
        request.now(),
        request.seed(),
        request.atomic(),
        LOCK_PATIENCE,
        RunOptions.CHUNK_SIZE,
        request.removal());
  }
}
