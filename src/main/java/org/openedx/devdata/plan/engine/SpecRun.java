package org.openedx.devdata.plan.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.plan.OpenEntry;
import org.openedx.devdata.plan.RunContext;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.ledger.Ledgers;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecException;

/**
 * Runs the entries of a top-level spec: first looks at every database and every reference, then
 * plans, loads or resets entry by entry, one transaction each. Not thread-safe.
 */
public final class SpecRun {

  private final List<RunEntry> entries;
  private final List<RunEntry> context;
  private final RunOptions options;
  private final RunListener listener;
  private final Ledgers ledgers;

  /** A run that remembers nothing. */
  public SpecRun(List<RunEntry> entries, RunOptions options, RunListener listener) {
    this(entries, List.of(), options, listener, Ledgers.NONE);
  }

  /**
   * @param context entries that are not run, and that others may take something from
   * @param ledgers remember what is made
   */
  public SpecRun(
      List<RunEntry> entries,
      List<RunEntry> context,
      RunOptions options,
      RunListener listener,
      Ledgers ledgers) {
    this.entries = List.copyOf(entries);
    this.context = List.copyOf(context);
    this.options = options;
    this.listener = listener;
    this.ledgers = ledgers;
  }

  /**
   * Runs.
   *
   * @throws SpecException when a spec does not fit its database: nothing was written
   * @throws DatabaseException when a database is away, not as expected, or refuses something: the
   *     entry's transaction is rolled back, and with {@code atomic} those of all entries
   * @throws RowProblem when a record cannot be written: likewise
   */
  public void run() {
    try (OpenDatabases databases = new OpenDatabases(entries, options, listener, ledgers)) {
      List<OpenEntry> open = new ArrayList<>();
      try {
        open(new Context(databases), open);
        check(open);
        runAll(ordered(open));
      } finally {
        open.forEach(OpenEntry::close);
      }
    }
  }

  /** This run, for its services. */
  private final class Context implements RunContext {

    private final OpenDatabases databases;

    Context(OpenDatabases databases) {
      this.databases = databases;
    }

    @Override
    public RunOptions options() {
      return options;
    }

    @Override
    public RunListener listener() {
      return listener;
    }

    @Override
    public List<RunEntry> before(RunEntry entry) {
      return Stream.concat(context.stream(), entries.stream())
          .filter(other -> other.number() < entry.number())
          .toList();
    }

    @Override
    public boolean endsService(RunEntry entry) {
      return Stream.concat(context.stream(), entries.stream())
          .filter(other -> other.ida().equals(entry.ida()))
          .filter(other -> other.connection().equals(entry.connection()))
          .noneMatch(
              other ->
                  options.step().removes()
                      ? other.number() < entry.number()
                      : other.number() > entry.number());
    }

    @Override
    public OpenEntry inMySql(RunEntry entry, SqlService service) {
      return SqlEntry.open(entry, service, databases.open(entry.connection()), this);
    }
  }

  /** Opens all entries before any of them is refused: a run says all that is in its way. */
  private void open(RunContext run, List<OpenEntry> open) {
    List<String> obstacles = new ArrayList<>();
    for (RunEntry entry : entries) {
      try {
        open.add(entry.service().open(entry, run));
      } catch (DatabaseException e) {
        obstacles.add(e.getMessage());
      }
    }
    if (!obstacles.isEmpty()) {
      throw new DatabaseException(String.join("\n", obstacles.stream().distinct().toList()));
    }
  }

  private void check(List<OpenEntry> open) {
    Problems problems = new Problems();
    open.forEach(entry -> entry.checkReferences(problems));
    open.forEach(entry -> entry.check(problems));
    problems.throwIfAny();
    listener.warnings(problems.warnings().stream().map(Problem::toString).toList());
  }

  /** A reset undoes the entries backwards. */
  private List<OpenEntry> ordered(List<OpenEntry> open) {
    List<OpenEntry> order = new ArrayList<>(open);
    if (options.step().removes()) {
      Collections.reverse(order);
    }
    return order;
  }

  private void runAll(List<OpenEntry> order) {
    if (!options.atomic()) {
      order.forEach(entry -> run(entry, true));
      return;
    }
    Predicate<OpenEntry> rollsBack = entry -> entry.entry().service().rollsBack();
    List<OpenEntry> together = order.stream().filter(rollsBack).toList();
    together.forEach(entry -> run(entry, false));
    together.forEach(this::commit);
    // Stores cannot take anything back, so they come when nothing else can fail.
    order.stream().filter(rollsBack.negate()).forEach(entry -> run(entry, true));
  }

  private void run(OpenEntry entry, boolean alone) {
    listener.entryStarted(entry.entry(), entry.label());
    entry.run();
    if (alone) {
      commit(entry);
    }
    listener.entryFinished(entry.entry());
  }

  private void commit(OpenEntry entry) {
    if (options.step().commits()) {
      entry.commit();
    }
  }
}
