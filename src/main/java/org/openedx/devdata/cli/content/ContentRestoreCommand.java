package org.openedx.devdata.cli.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunResult;
import org.openedx.devdata.cli.spec.MediaArguments;
import org.openedx.devdata.cli.spec.RunArguments;
import org.openedx.devdata.cli.spec.SpecRunner;
import org.openedx.devdata.plan.Removal;
import org.openedx.devdata.service.content.ContentApi;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code devdata content restore}. */
@Command(
    name = "restore",
    header = "Writes the learning package of an archive into the database.",
    description = {
      "",
      "Reads what upstream's backup writes, and `content dump`. Everything is checked before anything"
          + " is written. A second run changes nothing; `--plan` only shows what would be written."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content restore physics.zip --media-root ./media",
      "  devdata content restore physics.zip --key lib:DemoX:copy --by ada"
    })
@Prints(RunResult.class)
final class ContentRestoreCommand implements Callable<Integer> {

  private static final String IDA = ContentService.IDENTITY.ida();

  private final Session session;

  @Parameters(index = "0", paramLabel = "FILE.zip", description = "The archive.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Key of the package, when it is not to be that of the archive.")
  private String key;

  @Option(names = "--by", paramLabel = "USER", description = "Who restores it, by user name.")
  private String by;

  @Option(names = "--plan", description = "Shows what would be written, and writes nothing.")
  private boolean plan;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "When it is restored; by default, now.")
  private String now;

  @Mixin private MediaArguments media = new MediaArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  ContentRestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RunRequest request =
        new RunRequest(
            plan ? RunKind.PLAN : RunKind.LOAD,
            file.toString(),
            Optional.empty(),
            Set.of(),
            RunArguments.clock(session, now),
            0,
            false,
            false,
            media.root(session),
            Removal.NONE,
            Optional.empty(),
            connect.toConnect(session.options()));
    return new SpecRunner(session).run(request, false, this::specs);
  }

  /** The run itself reads and checks the archive, once, before it writes anything. */
  private LoadedSpecs specs() {
    Path archive = session.surroundings().folder().resolve(file).toAbsolutePath().normalize();
    ServiceSpec spec =
        ContentApi.restoring(archive, Optional.ofNullable(key), Optional.ofNullable(by));
    return new LoadedSpecs(
        List.of(new LoadedSpec(IDA, Position.ofFile(spec.file()), spec)), Map.of(), List.of());
  }
}
