package org.openedx.devdata.cli.content;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.spec.MediaArguments;
import org.openedx.devdata.cli.spec.RunArguments;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.service.content.ContentApi;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.content.archive.Archive;
import org.openedx.devdata.service.content.dump.DumpRequest;
import org.openedx.devdata.spec.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata content dump}. */
@Command(
    name = "dump",
    header = "Writes a learning package as an archive.",
    description = {
      "",
      "The archive is that of upstream's backup (format 1): drafts and what is published, no further"
          + " history. Children that are held at a version stay so when devdata restores it."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content dump lib:DemoX:physics -o physics.zip --media-root ./media",
      "  devdata content dump lib:DemoX:physics -o physics.zip --by ada --origin studio.example.com"
    })
@Prints(DumpResult.class)
final class ContentDumpCommand implements Callable<Integer> {

  private static final String IDA = ContentService.IDENTITY.ida();

  private final Session session;

  @Parameters(index = "0", paramLabel = "PACKAGE", description = "The package, by its key.")
  private String key;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.zip",
      required = true,
      description = "Where to; an existing file is replaced.")
  private Path output;

  @Option(
      names = "--by",
      paramLabel = "USER",
      description = "Who makes it; the archive holds name and address.")
  private String by;

  @Option(
      names = "--origin",
      paramLabel = "HOST",
      defaultValue = "",
      description = "The server that the archive says it came from.")
  private String origin = "";

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "When the archive says it was made; by default, now.")
  private String now;

  @Mixin private MediaArguments media = new MediaArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  ContentDumpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (output.toString().equals("-")) {
      throw new UsageException("an archive is not written to standard output; name a file");
    }
    Path file = session.surroundings().folder().resolve(output);
    Instant clock = RunArguments.clock(session, now);
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      ConnectionSettings settings = databases.of(IDA);
      DumpRequest request =
          new DumpRequest(
              key, media.root(session, settings), clock, Optional.ofNullable(by), origin);
      report(ContentApi.dump(settings, request, file));
    }
    return ExitCode.DONE;
  }

  private void report(Archive archive) {
    long containers =
        archive.entities().stream().filter(entity -> entity.container().isPresent()).count();
    long components = archive.entities().size() - containers;
    session.show(
        new DumpResult(key, output, components, containers, archive.collections().size()),
        (result, out) ->
            out.println(
                "%s: %s, %s, %s in %s"
                    .formatted(
                        key,
                        Amount.of(components, "component"),
                        Amount.of(containers, "container"),
                        Amount.of(archive.collections().size(), "collection"),
                        output)));
  }
}
