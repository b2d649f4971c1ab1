package org.openedx.devdata.cli.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.ServerProbe;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseUrl;
import org.openedx.devdata.jdbc.targets.Connections;
import org.openedx.devdata.jdbc.targets.Preset;
import org.openedx.devdata.jdbc.targets.ServiceIdentities;
import org.openedx.devdata.jdbc.targets.Target;
import org.openedx.devdata.jdbc.targets.Targets;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.spec.load.TargetConnection;

/**
 * The databases of a command's services, wherever its target has them. Closing lets the embedded
 * engine go, if it was needed. Not thread-safe.
 */
public final class Databases implements AutoCloseable {

  private final Session session;
  private final RunRequest.Connect connect;
  private final Notices notices;
  private final EmbeddedEngine engine;
  private final EmbeddedAspects aspects;

  public Databases(Session session, RunRequest.Connect connect) {
    this(session, connect, new Notices(session::note, session::warn));
  }

  public Databases(Session session, RunRequest.Connect connect, Notices notices) {
    this.session = session;
    this.connect = connect;
    this.notices = notices;
    this.engine = new EmbeddedEngine(session, notices.notes());
    this.aspects = new EmbeddedAspects(session, notices.notes());
  }

  /**
   * Works out how to reach the databases of services, and waits for those that do not answer yet.
   *
   * @param named targets of the top-level spec
   * @param specFolder folder of the top-level spec
   */
  public Map<String, ConnectionSettings> of(
      Collection<String> services,
      Map<String, Map<String, TargetConnection>> named,
      Path specFolder) {
    Map<String, ConnectionSettings> given = given(services, named, specFolder);
    Map<String, ConnectionSettings> all = new LinkedHashMap<>(given);
    for (String ida : services) {
      if (!given.containsKey(ida)) {
        all.put(
            ida,
            session
                .registry()
                .sql(ida)
                .map(engine::settings)
                .orElseGet(() -> aspects.settings(ida)));
      }
    }
    return all;
  }

  /** Works out how to reach the database of a service, for a command without a top-level spec. */
  public ConnectionSettings of(String ida) {
    return of(List.of(ida), Map.of(), session.surroundings().folder()).get(ida);
  }

  /** Connection settings of the ClickHouse of Aspects; an embedded one is left as it is. */
  public ConnectionSettings aspects() {
    String ida = AspectsNames.IDA;
    ConnectionSettings given =
        given(List.of(ida), Map.of(), session.surroundings().folder()).get(ida);
    return given == null ? aspects.reach(ida) : given;
  }

  /** The connections of services that do not use an embedded engine. */
  private Map<String, ConnectionSettings> given(
      Collection<String> services,
      Map<String, Map<String, TargetConnection>> named,
      Path specFolder) {
    Target target = target(named, specFolder);
    Map<String, ConnectionSettings> given = connections(target).of(services);
    ServerWait wait = new ServerWait(connect.patience(), notices.notes());
    given.values().forEach(wait::until);
    target
        .preset()
        .ifPresent(
            preset -> requireServers(preset, session.registry().identities(), given.values()));
    return given;
  }

  private Target target(Map<String, Map<String, TargetConnection>> named, Path specFolder) {
    return new Targets(
            SpecFiles.yaml(session),
            session.registry().serviceNames(),
            session.surroundings().folder())
        .find(connect.target(), named, specFolder);
  }

  private Connections connections(Target target) {
    return new Connections(
        target,
        session.registry().identities(),
        session.surroundings().environment(),
        session.surroundings().folder(),
        connect.allowRemote(),
        notices.warnings());
  }

  /**
   * Services that the target has a database for: those that it or the environment names; of the
   * embedded servers, those whose databases have been made.
   */
  public List<String> present() {
    return present(Map.of(), session.surroundings().folder());
  }

  /**
   * As {@link #present()}, for a command with a top-level spec.
   *
   * @param named targets of the top-level spec
   * @param specFolder folder of the top-level spec
   */
  public List<String> present(Map<String, Map<String, TargetConnection>> named, Path specFolder) {
    Target target = target(named, specFolder);
    Connections connections = connections(target);
    return session.registry().names().stream()
        .filter(ida -> connections.name(ida) || target.embedded() && isEmbedded(ida))
        .toList();
  }

  /** Returns whether the embedded MariaDB has all databases of these services that are MySQL's. */
  public boolean embedded(Collection<String> services) {
    Target target = target(Map.of(), session.surroundings().folder());
    Connections connections = connections(target);
    return target.embedded()
        && services.stream()
            .filter(ida -> session.registry().sql(ida).isPresent())
            .noneMatch(connections::name);
  }

  private boolean isEmbedded(String ida) {
    return session.registry().sql(ida).isPresent()
        ? EmbeddedEngine.has(session, ida)
        : Files.isDirectory(EmbeddedAspects.home(session));
  }

  /** Those who name a development environment get advice that knows it. */
  private static void requireServers(
      Preset preset, ServiceIdentities services, Collection<ConnectionSettings> connections) {
    for (ConnectionSettings settings : connections) {
      boolean ours = settings.target().equals(preset.toString());
      if (ours && !answers(settings)) {
        throw new DatabaseException(
            "cannot open %s: nothing answers there; %s (--wait SECONDS waits for it)"
                .formatted(settings.label(), preset.connectionAdvice(services.of(settings.ida()))));
      }
    }
  }

  private static boolean answers(ConnectionSettings settings) {
    return ClickHouseUrl.parse(settings.url())
        .map(url -> ServerProbe.answers(url.address()))
        .orElseGet(() -> ServerProbe.answers(settings));
  }

  @Override
  public void close() {
    aspects.close();
    engine.close();
  }
}
