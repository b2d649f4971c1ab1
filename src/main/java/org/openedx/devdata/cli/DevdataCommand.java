package org.openedx.devdata.cli;

import java.util.Optional;
import org.openedx.devdata.cli.aspects.AspectsCommand;
import org.openedx.devdata.cli.console.CommonOptions;
import org.openedx.devdata.cli.console.GenerateCompletionCommand;
import org.openedx.devdata.cli.console.HelpLayout;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.ResultWriter;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.Surroundings;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.FailureOutput;
import org.openedx.devdata.cli.console.failure.Failures;
import org.openedx.devdata.cli.console.failure.NoCommandException;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.content.ContentCommand;
import org.openedx.devdata.cli.db.DbCommand;
import org.openedx.devdata.cli.generate.LoadDbCommand;
import org.openedx.devdata.cli.generate.LoadDbFromS3Command;
import org.openedx.devdata.cli.keep.EmptyCommand;
import org.openedx.devdata.cli.keep.ExportCommand;
import org.openedx.devdata.cli.keep.LedgerCommand;
import org.openedx.devdata.cli.keep.snapshot.SnapshotCommand;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.spec.LoadCommand;
import org.openedx.devdata.cli.spec.PlanCommand;
import org.openedx.devdata.cli.spec.ResetCommand;
import org.openedx.devdata.cli.spec.SchemaCommand;
import org.openedx.devdata.cli.spec.ValidateCommand;
import org.openedx.devdata.cli.spec.VerifyCommand;
import org.openedx.devdata.cli.state.StateCommand;
import org.openedx.devdata.service.ServiceRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line's root: puts the commands together and turns failures into exit codes. */
@Command(
    name = "devdata",
    header = "Puts believable data into the databases of an Open edX environment.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Say in YAML what matters to you; devdata fills in the rest and writes it so that a second "
          + "run changes nothing. Without a server of your own it starts one, with its data in .devdata/ "
          + "below the current folder."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  devdata load specs/top.yaml                      load into the embedded database",
      "  devdata plan --target devstack specs/top.yaml    show what a load would change there",
      "  devdata db sql lms 'SELECT username FROM auth_user'",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong use, 3 invalid spec or configuration,",
      "4 differences found (verify, snapshot diff, plan --detailed-exitcode),",
      "5 what was asked for does not exist."
    })
public final class DevdataCommand implements Runnable {

  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  @Mixin
  private final CommonOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the versions of devdata, Java and the operating system.")
  @SuppressWarnings("UnusedVariable") // Picocli reads it.
  private boolean version;

  @Spec private CommandSpec spec;

  private DevdataCommand(CommonOptions options) {
    this.options = options;
  }

  /** Runs a command line; returns the process's exit code. */
  public static int run(Surroundings surroundings, String... arguments) {
    return run(surroundings, ServiceRegistry.standard(), arguments);
  }

  static int run(Surroundings surroundings, ServiceRegistry registry, String... arguments) {
    try (Interruption interruption = new Interruption(surroundings.err())) {
      Session session = new Session(surroundings, registry, new CommonOptions(), interruption);
      return delivered(session, execute(session, arguments));
    } finally {
      surroundings.err().flush();
    }
  }

  private static int execute(Session session, String... arguments) {
    try {
      return commandLine(session).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
      return new FailureOutput(session).reportAll(Failures.of(e), e);
    }
  }

  /** Results that did not arrive are a failure, however well the rest went. */
  private static int delivered(Session session, int code) {
    Optional<String> failure = ResultWriter.failure(session.surroundings().out());
    if (failure.isEmpty()) {
      return code;
    }
    CommandException lost = new CommandException(ErrorCode.FILE, failure.get(), null);
    new FailureOutput(session).report(Failures.of(lost), lost);
    return code == ExitCode.DONE ? ExitCode.FAILED : code;
  }

  /** The whole command line, ready to parse and to execute. */
  public static CommandLine commandLine(Session session) {
    Surroundings surroundings = session.surroundings();
    CommandLine root = new CommandLine(new DevdataCommand(session.options()));
    root.getCommandSpec().versionProvider(new Versions());
    root.addSubcommand(new LoadCommand(session));
    root.addSubcommand(new PlanCommand(session));
    root.addSubcommand(new VerifyCommand(session));
    root.addSubcommand(new ResetCommand(session));
    root.addSubcommand(new ValidateCommand(session));
    root.addSubcommand(new SchemaCommand(session));
    root.addSubcommand(new LoadDbCommand(session));
    root.addSubcommand(new LoadDbFromS3Command(session));
    root.addSubcommand(new EmptyCommand(session));
    root.addSubcommand(AspectsCommand.with(session));
    root.addSubcommand(StateCommand.with(session));
    root.addSubcommand(ContentCommand.with(session));
    root.addSubcommand(LedgerCommand.with(session));
    root.addSubcommand(SnapshotCommand.with(session));
    root.addSubcommand(DbCommand.with(session));
    root.addSubcommand(new ExportCommand(session));
    root.addSubcommand(new GenerateCompletionCommand(session));
    FailureOutput failures = new FailureOutput(session);
    root.setOut(surroundings.out());
    root.setErr(surroundings.err());
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setAbbreviatedOptionsAllowed(false);
    root.setExpandAtFiles(false);
    HelpLayout.apply(root);
    root.setExecutionStrategy(parsed -> execute(session, root, parsed));
    root.setExecutionExceptionHandler(failures);
    root.setParameterExceptionHandler(failures);
    return root;
  }

  private static int execute(Session session, CommandLine root, CommandLine.ParseResult parsed) {
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(session.paint().on() ? Ansi.ON : Ansi.OFF));
    if (session.quiet() && session.verbose()) {
      UsageException wrong =
          new UsageException("--quiet and --verbose contradict each other; drop one");
      return new FailureOutput(session).reportAll(Failures.of(wrong), wrong);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  @Override
  public void run() {
    throw new NoCommandException(spec);
  }
}
