package org.openedx.devdata.cli.db;

import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.service.aspects.AspectsNames;
import picocli.CommandLine.Parameters;

/**
 * Argument that chooses the embedded server a {@code db} command is about. Filled in by picocli.
 */
final class EmbeddedArgument {

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description =
          "The service whose server is meant: aspects for ClickHouse; default: the MariaDB of all"
              + " others.")
  private String ida;

  boolean clickHouse(Session session) {
    return ida != null && Services.known(session, ida).equals(AspectsNames.IDA);
  }
}
