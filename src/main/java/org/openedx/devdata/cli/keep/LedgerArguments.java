package org.openedx.devdata.cli.keep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.keep.ledger.SiteLedger;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Arguments of commands on ledgers. Filled in by picocli. */
public final class LedgerArguments {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--only",
      paramLabel = "IDA[+IDA...]",
      split = "[+,]",
      description = "Only the databases of these services (default: all that the target has).")
  private List<String> only = List.of();

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "File that keeps the ledger instead of a table in each database.")
  private Path file;

  @Mixin private ConnectArguments connect = new ConnectArguments();

  /**
   * Opens the ledgers of the databases, each once.
   *
   * @param writes whether other devdata is kept out meanwhile
   * @param consumer gets the address of each database that has one
   */
  void each(Session session, boolean writes, BiConsumer<String, SiteLedger> consumer) {
    Optional<Path> path = Optional.ofNullable(file).map(session.surroundings().folder()::resolve);
    if (path.isPresent() && !Files.exists(path.get())) {
      throw new UsageException(
          "there is no file %s; check --ledger".formatted(Shown.quoted(file.toString())));
    }
    path.ifPresent(SiteLedger::check);
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      SiteDatabases site = new SiteDatabases(session, databases);
      for (SiteDatabases.SiteDatabase one : site.mySql(site.services(only), !only.isEmpty())) {
        try (MySqlDatabase database = MySqlDatabase.open(one.settings())) {
          if (writes) {
            database.lock(PATIENCE);
          }
          SiteLedger.of(database, path)
              .ifPresent(ledger -> consumer.accept(MySqlUrl.masked(one.settings().url()), ledger));
        }
      }
    }
  }
}
