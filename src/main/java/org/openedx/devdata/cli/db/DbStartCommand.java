package org.openedx.devdata.cli.db;

import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.embedded.ServerEndpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata db start}. */
@Command(
    name = "start",
    header = "Starts the embedded server, to stay until `db stop`.",
    description = {
      "",
      "Other commands then find it running and are faster. A second start changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  devdata db start",
      "  devdata db start --port 3307",
      "  devdata db start aspects",
      "  devdata db start aspects --port 8123"
    })
@Prints(ServerResult.class)
final class DbStartCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private EmbeddedArgument server = new EmbeddedArgument();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port on 127.0.0.1; default: any that is free, the same one next time.")
  private int port;

  DbStartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port " + port + " is no port; give a number up to 65535");
    }
    if (server.clickHouse(session)) {
      new ClickHouseServer(session).start(port);
      return ExitCode.DONE;
    }
    ServerEndpoint endpoint = EmbeddedEngine.server(session, port).start();
    String said =
        "The embedded server listens on 127.0.0.1:%d, user %s, password in %s"
            .formatted(endpoint.port(), endpoint.user(), EmbeddedEngine.passwordFile(session));
    new DbStatusOutput(session).show((status, out) -> out.note(said));
    return ExitCode.DONE;
  }
}
