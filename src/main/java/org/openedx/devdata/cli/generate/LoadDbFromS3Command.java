package org.openedx.devdata.cli.generate;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.generation.StoredResult;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code devdata load-db-from-s3}: what the peer's older dialect calls {@code --load_db_only}. */
@Command(
    name = "load-db-from-s3",
    header = "Has ClickHouse load files that load-db has put into an object store or a folder.",
    description = {
      "",
      "The same as load-db --load_db_only: first what statements refer to, then statements. Rows are "
          + "compared with the manifests beside the files."
    },
    footer = {
      "",
      "Examples:",
      "  devdata load-db-from-s3 --config_file example_configs/csv_to_s3_then_load.yaml"
    })
@Prints(StoredResult.class)
public final class LoadDbFromS3Command implements Callable<Integer> {

  private final Session session;

  @Option(
      names = {"--config_file", "--config-file"},
      paramLabel = "FILE",
      required = true,
      description = "The configuration that the files were made with.")
  private String file;

  @Option(
      names = "--slice",
      paramLabel = "I/N",
      description = "Only the files of one slice, such as 3/8; default: all that are there.")
  private String slice;

  @Option(
      names = "--allow-remote",
      description = "Allows a ClickHouse on another machine than this one.")
  private boolean allowRemote;

  public LoadDbFromS3Command(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return new GenerateRunner(
            session,
            new GenerateRequest(
                Optional.of(file),
                Optional.ofNullable(slice).map(LoadDbCommand::slice),
                false,
                false,
                Optional.empty(),
                true,
                allowRemote,
                LoadDbCommand.embedded(session),
                session.surroundings().clock().get(),
                false))
        .run();
  }
}
