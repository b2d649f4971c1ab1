package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SqlFailures;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.keep.ledger.LoadOrigin;
import org.openedx.devdata.keep.ledger.SiteLedger;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.LoadedSpecs;

/**
 * Services of which earlier loads of a top-level spec have made rows and that it lists no longer:
 * each is run with an empty spec, so that its rows are those that the spec no longer says.
 */
final class DroppedServices {

  private final Session session;
  private final RunRequest request;
  private final Databases databases;
  private final Consumer<String> warnings;

  /**
   * @param warnings gets what keeps a database from being looked at
   */
  DroppedServices(
      Session session, RunRequest request, Databases databases, Consumer<String> warnings) {
    this.session = session;
    this.request = request;
    this.databases = databases;
    this.warnings = warnings;
  }

  /** The specs with those of services that were dropped, where the run removes their rows. */
  LoadedSpecs added(LoadedSpecs specs, LoadOrigin origin, Path folder) {
    if (!request.removal().unspecified() || !request.only().isEmpty()) {
      return specs;
    }
    Set<String> listed =
        specs.entries().stream().map(LoadedSpec::ida).collect(Collectors.toUnmodifiableSet());
    List<LoadedSpec> dropped = new ArrayList<>();
    for (String ida : databases.present(specs.targets(), folder)) {
      if (!listed.contains(ida)
          && session.registry().sql(ida).isPresent()
          && isLoaded(ida, specs, origin, folder)) {
        dropped.add(
            new LoadedSpec(
                ida,
                Position.ofFile(request.top()),
                ServiceSpec.empty(
                    session.registry().sql(ida).orElseThrow().descriptor(), request.top())));
      }
    }
    return specs.with(dropped);
  }

  private boolean isLoaded(String ida, LoadedSpecs specs, LoadOrigin origin, Path folder) {
    try (MySqlDatabase database = MySqlDatabase.open(settings(ida, specs, folder))) {
      return SiteLedger.of(database, request.ledger()).stream()
          .flatMap(ledger -> ledger.loads().stream())
          .anyMatch(load -> load.spec().equals(origin.spec()) && load.ida().equals(ida));
    } catch (DatabaseException | ConfigurationException e) {
      // A service that the site lacks was never loaded there.
      if (!SqlFailures.isUnknownDatabase(e) && !SqlFailures.isDenied(e)) {
        warnings.accept(
            "%s, which the spec does not list, was not looked at for rows of earlier loads: %s"
                .formatted(ida, e.getMessage()));
      }
      return false;
    }
  }

  private ConnectionSettings settings(String ida, LoadedSpecs specs, Path folder) {
    return databases.of(List.of(ida), specs.targets(), folder).get(ida);
  }
}
