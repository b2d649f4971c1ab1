package org.openedx.devdata.cli.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.spec.describe.SchemaWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code devdata schema}. */
@Command(
    name = "schema",
    header = "Prints the JSON Schema of spec files.",
    description = {
      "",
      "With it, editors complete keys, explain them and mark mistakes. Without SERVICE it is the"
          + " schema of top-level specs."
    },
    footer = {
      "",
      "Examples:",
      "  devdata schema > top.schema.json",
      "  devdata schema lms > lms.schema.json",
      "A spec file names its schema in its first line, for editors with a YAML language server:",
      "  # yaml-language-server: $schema=lms.schema.json"
    })
@Prints({})
public final class SchemaCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "The service whose spec files it describes, such as lms.")
  private String ida;

  public SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SchemaWriter writer = new SchemaWriter();
    ObjectNode schema =
        ida == null
            ? writer.topLevel(session.registry().descriptors().values())
            : writer.service(
                session
                    .registry()
                    .service(Services.known(session, ida))
                    .orElseThrow()
                    .descriptor());
    JsonRenderer.tree(session.surroundings().out(), schema);
    return ExitCode.DONE;
  }
}
