package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.connect.SpecFiles;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.spec.load.LoadedSpecs;
import org.openedx.devdata.spec.load.ValidateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata validate}. */
@Command(
    name = "validate",
    header = "Checks spec files and load-db configurations, without a database.",
    description = {
      "",
      "Reports every problem of every file in one run, as file:line:column: message, and ends with"
          + " exit code 3 when there is any. Top-level specs are checked with all that they list."
    },
    footer = {
      "",
      "Examples:",
      "  devdata validate specs/top.yaml",
      "  devdata validate --as lms draft.yaml more/*.yaml",
      "  devdata validate example_configs/csv.yaml"
    })
@Prints(ValidateResult.class)
public final class ValidateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Top-level specs, specs of services and configurations of load-db, in any mixture; - is standard input.")
  private List<String> files;

  @Option(
      names = "--as",
      paramLabel = "IDA",
      description =
          "The service of the files that are no top-level specs, or load-db; default: by their keys.")
  private String ida;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Folder that relative paths in top-level specs start from.")
  private Path root;

  public ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<String> service =
        Optional.ofNullable(ida).map(name -> Services.knownFile(session, name));
    LoadedSpecs specs =
        new SpecFiles(session, session.surroundings().clock().get())
            .validate(
                new ValidateRequest(
                    files,
                    service,
                    Optional.ofNullable(root).map(session.surroundings().folder()::resolve)));
    specs.warnings().forEach(warning -> session.warn(warning.toString()));
    session.show(ValidateResult.of(specs), ValidateCommand::text);
    return ExitCode.DONE;
  }

  private static void text(ValidateResult result, TextOut out) {
    if (out.quiet()) {
      return;
    }
    for (ValidateResult.ValidSpec spec : result.specs()) {
      List<String> counts = new ArrayList<>();
      spec.records().forEach((kind, records) -> counts.add("%s %,d".formatted(kind, records)));
      out.println(
          "%s: %s for %s%s"
              .formatted(
                  Printable.of(spec.file()),
                  out.paint().green("valid"),
                  spec.ida(),
                  counts.isEmpty() ? "" : ": " + String.join(", ", counts)));
    }
  }
}
