package org.openedx.devdata.cli.keep.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.keep.snapshot.part.AskedStores;
import org.openedx.devdata.embedded.mariadb.EmbeddedFiles;
import org.openedx.devdata.keep.snapshot.server.OtherSessions;
import picocli.CommandLine.Option;

/** The option that says in which form the embedded MariaDB is saved. Filled in by picocli. */
final class FormArguments {

  /** Form of a snapshot. */
  enum Form {
    ROWS,
    FILES
  }

  @Option(
      names = "--as",
      paramLabel = "rows|files",
      description =
          "Saves rows, or a copy of the embedded MariaDB's files, for which it is stopped for a moment"
              + " (default: files where the disk can clone them, which takes no time and no room).")
  Form form;

  /**
   * Returns whether files are to be copied.
   *
   * @param folder that gets them
   * @param archive whether the snapshot becomes an archive
   * @throws UsageException when they are asked for and cannot be
   */
  boolean isCopied(AskedStores asked, Path folder, boolean archive) {
    if (form == Form.ROWS) {
      return false;
    }
    EmbeddedFiles engine = EmbeddedEngine.server(asked.site().session(), 0).files();
    Optional<String> obstacle = obstacle(asked, engine, archive);
    if (form == Form.FILES) {
      obstacle.ifPresent(
          reason -> {
            throw new UsageException("--as files: " + reason);
          });
      return true;
    }
    return obstacle.isEmpty() && engine.isClonedTo(folder);
  }

  private static Optional<String> obstacle(
      AskedStores asked, EmbeddedFiles engine, boolean archive) {
    List<String> services =
        asked.services().stream()
            .filter(ida -> asked.site().session().registry().sql(ida).isPresent())
            .toList();
    if (!asked.site().whole()) {
      return Optional.of("files hold all databases of the server; leave --only and --tables out");
    }
    if (archive) {
      return Optional.of("an archive holds rows; give a folder");
    }
    if (services.isEmpty() || !asked.site().databases().embedded(services)) {
      return Optional.of("only the embedded MariaDB's files can be copied");
    }
    boolean used =
        OtherSessions.exist(asked.site().databases().of(services.get(0))) || engine.isShared();
    return used
        ? Optional.of("other programs use the server, which would be stopped")
        : Optional.empty();
  }
}
