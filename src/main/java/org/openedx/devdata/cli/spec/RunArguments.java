package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.TimeExpression;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments of the commands that run a top-level spec. Filled in by picocli. */
public final class RunArguments {

  @Parameters(
      index = "0",
      paramLabel = "TOP",
      description = "The top-level spec: a path, an http(s) address, or - for standard input.")
  String top;

  /** A relative time may be a thousand years away, and columns hold the years 1000 to 9999. */
  private static final Instant FIRST_CLOCK = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant END_OF_CLOCKS = Instant.parse("9000-01-01T00:00:00Z");

  @Option(
      names = "--only",
      paramLabel = "IDA[+IDA...]",
      split = "[+,]",
      description =
          "Only the entries of these services, such as lms or lms+ecommerce; may be given more than"
              + " once.")
  List<String> only = List.of();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Folder that relative paths in TOP start from, instead of TOP's own folder.")
  Path root;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The run clock, such as 2026-03-29T01:30:00Z: what now and today mean in specs. The same "
              + "specs, clock and seed make the same rows.")
  String now;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of made-up values (default 0).")
  long seed;

  enum Atomic {
    ENTRY,
    ALL;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Option(
      names = "--atomic",
      paramLabel = "entry|all",
      description =
          "What is committed together: each entry of TOP (default), or all of them at the end. One "
              + "server commits all at once; several servers commit one after the other.")
  Atomic atomic = Atomic.ENTRY;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description =
          "File that remembers what loads have made, instead of the table devdata_ledger in each"
              + " database; for users who may not create a table.")
  Path ledger;

  @Mixin MediaArguments media = new MediaArguments();

  @Mixin ConnectArguments connect = new ConnectArguments();

  RunRequest toRequest(RunKind kind, Session session, boolean keepGoing, Removal removal) {
    if (keepGoing && atomic == Atomic.ALL) {
      throw new UsageException("--keep-going and --atomic all contradict each other; drop one");
    }
    return new RunRequest(
        kind,
        top,
        Optional.ofNullable(root).map(session.surroundings().folder()::resolve),
        services(session),
        clock(session),
        seed,
        atomic == Atomic.ALL,
        keepGoing,
        media.root(session),
        removal,
        Optional.ofNullable(ledger).map(session.surroundings().folder()::resolve),
        connect.toConnect(session.options()));
  }

  private Set<String> services(Session session) {
    return only.stream()
        .map(ida -> Services.known(session, ida))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Instant clock(Session session) {
    return clock(session, now);
  }

  /** The run clock of {@code --now}; the real one when it is not given. */
  public static Instant clock(Session session, String now) {
    Instant current = session.surroundings().clock().get();
    if (now == null) {
      return current;
    }
    try {
      Instant clock = TimeExpression.parse(now).at(current);
      if (clock.isBefore(FIRST_CLOCK) || !clock.isBefore(END_OF_CLOCKS)) {
        throw new UsageException(
            "--now %s is outside the years 2000 to 8999, a thousand years around which are the times of specs"
                .formatted(Shown.quoted(now)));
      }
      return clock;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UsageException("--now " + Shown.quoted(now) + " " + e.getMessage());
    }
  }
}
