package org.openedx.devdata.cli.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.connect.SpecFiles;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;
import org.openedx.devdata.spec.load.ValidateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata validate}. */
@Command(
    name = "validate",
    header = "Checks spec files without a database.",
    description = {
      "",
      "Reports every problem of every file in one run, as file:line:column: message, and ends with"
          + " exit code 3 when there is any. Top-level specs are checked with all that they list."
    },
    footer = {
      "",
      "Examples:",
      "  devdata validate specs/top.yaml",
      "  devdata validate --as lms draft.yaml more/*.yaml"
    })
public final class ValidateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Top-level specs and specs of services, in any mixture; - is standard input.")
  private List<String> files;

  @Option(
      names = "--as",
      paramLabel = "IDA",
      description =
          "The service of the files that are no top-level specs; default: told by their keys.")
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
    Optional<String> service = Optional.ofNullable(ida).map(name -> Services.known(session, name));
    LoadedSpecs specs =
        new SpecFiles(session, session.surroundings().clock().get())
            .validate(
                new ValidateRequest(
                    files,
                    service,
                    Optional.ofNullable(root).map(session.surroundings().folder()::resolve)));
    specs.warnings().forEach(warning -> session.warn(warning.toString()));
    if (session.json()) {
      json(specs);
    } else if (!session.quiet()) {
      text(specs);
    }
    return ExitCode.DONE;
  }

  private void text(LoadedSpecs specs) {
    PrintWriter out = session.surroundings().out();
    for (LoadedSpec entry : specs.entries()) {
      List<String> counts = new ArrayList<>();
      for (Map.Entry<String, List<SpecRecord>> kind : entry.spec().records().entrySet()) {
        counts.add("%s %,d".formatted(kind.getKey(), kind.getValue().size()));
      }
      out.println(
          "%s: %s for %s: %s"
              .formatted(
                  Printable.of(entry.spec().file()),
                  session.paint().green("valid"),
                  entry.ida(),
                  counts.isEmpty() ? "no records" : String.join(", ", counts)));
    }
    out.flush();
  }

  private void json(LoadedSpecs specs) {
    PrintWriter out = session.surroundings().out();
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeBooleanField("valid", true);
      json.writeArrayFieldStart("specs");
      for (LoadedSpec entry : specs.entries()) {
        json.writeStartObject();
        json.writeStringField("ida", entry.ida());
        json.writeStringField("file", entry.spec().file());
        json.writeObjectFieldStart("records");
        for (Map.Entry<String, List<SpecRecord>> kind : entry.spec().records().entrySet()) {
          json.writeNumberField(kind.getKey(), kind.getValue().size());
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("warnings");
      for (Problem warning : specs.warnings()) {
        json.writeString(warning.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }
}
