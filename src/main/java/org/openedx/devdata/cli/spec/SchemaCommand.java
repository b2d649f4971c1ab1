package org.openedx.devdata.cli.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.generate.config.ConfigKeys;
import org.openedx.devdata.generate.config.ConfigSchema;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.describe.SchemaWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code devdata schema}. */
@Command(
    name = "schema",
    header = "Prints the JSON Schema of spec files and of load-db configurations.",
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
      "  devdata schema load-db > load-db.schema.json",
      "A spec file names its schema in its first line, for editors with a YAML language server:",
      "  # yaml-language-server: $schema=lms.schema.json"
    })
@Prints({})
public final class SchemaCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description =
          "The service whose spec files it describes, such as lms; load-db: configurations.")
  private String ida;

  public SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonRenderer.tree(session.surroundings().out(), schema(new SchemaWriter()));
    return ExitCode.DONE;
  }

  private ObjectNode schema(SchemaWriter writer) {
    Map<String, ServiceDescriptor> services = session.registry().descriptors();
    if (ida == null) {
      return writer.topLevel(services.values());
    }
    String name = Services.knownFile(session, ida);
    return name.equals(ConfigKeys.NAME)
        ? new ConfigSchema(Backends.KEYS).write()
        : writer.service(services.get(name));
  }
}
