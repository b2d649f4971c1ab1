package org.openedx.devdata.jdbc.targets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.UrlCredentials;
import org.openedx.devdata.spec.load.Located;
import org.openedx.devdata.spec.load.TargetConnection;

/**
 * Works out the connection of each service: what the environment says, then what the target says.
 * Immutable if its environment is.
 */
public final class Connections {

  private final Target target;
  private final ServiceIdentities services;
  private final Variables variables;
  private final Path folder;
  private final boolean allowRemote;
  private final Consumer<String> warnings;

  /**
   * @param services the services by name
   * @param environment variables that override the target
   * @param folder the working folder, from which the environment's password files go out
   * @param allowRemote whether a host may be another machine
   * @param warnings receives password files that every user can read
   */
  public Connections(
      Target target,
      ServiceIdentities services,
      Map<String, String> environment,
      Path folder,
      boolean allowRemote,
      Consumer<String> warnings) {
    this.target = target;
    this.services = services;
    this.variables = new Variables(environment, services);
    this.folder = folder;
    this.allowRemote = allowRemote;
    this.warnings = warnings;
  }

  /**
   * Works out connections.
   *
   * @return settings by service; a service that uses the embedded engine is absent
   * @throws ConfigurationException with everything that stands in the way, for all services
   */
  public Map<String, ConnectionSettings> of(Collection<String> names) {
    Map<String, ConnectionSettings> found = new LinkedHashMap<>();
    List<String> obstacles = new ArrayList<>();
    for (String ida : names) {
      try {
        if (!usesEmbedded(ida)) {
          found.computeIfAbsent(ida, this::settings);
        }
      } catch (ConfigurationException | DatabaseException e) {
        obstacles.add(e.getMessage());
      }
    }
    if (!obstacles.isEmpty()) {
      throw new ConfigurationException(obstacles.stream().distinct().toList());
    }
    return found;
  }

  /** Returns whether the target or the environment says where a service's database is. */
  public boolean name(String ida) {
    return written(ida).isPresent() || variables.find(ida, "URL").isPresent();
  }

  /** Users and passwords of the environment are not meant for the embedded engine. */
  private boolean usesEmbedded(String ida) {
    return target.embedded() && variables.find(ida, "URL").isEmpty();
  }

  private ConnectionSettings settings(String ida) {
    Optional<TargetConnection> written = written(ida);
    Optional<Variables.Variable> urlVariable = variables.find(ida, "URL");
    UrlCredentials address =
        urlVariable
            .map(Variables.Variable::value)
            .or(() -> written.flatMap(TargetConnection::url).map(Located::text))
            .map(UrlCredentials::of)
            .orElseThrow(() -> missing("target " + target.name(), ida, "address", "URL"));
    String url = address.url();
    AddressForm form = services.of(ida).form();
    String source = urlVariable.map(Variables.Variable::name).orElse("target " + target.name());
    form.check(urlVariable.map(Variables.Variable::name).orElse(ida), url);
    if (!allowRemote
        && !form.isLocal(url)
        && !(target.preset().isPresent() && urlVariable.isEmpty())) {
      throw new ConfigurationException(
          "%s: %s; --allow-remote if that is meant".formatted(ida, form.remote(url)));
    }
    Optional<String> named =
        variables
            .find(ida, "USER")
            .map(Variables.Variable::value)
            .or(address::user)
            .or(() -> written.flatMap(TargetConnection::user).map(Located::text));
    String user =
        named.or(form::defaultUser).orElseThrow(() -> missing(source, ida, "user", "USER"));
    Optional<String> password = password(ida, written, address);
    if (named.isEmpty()) {
      password = password.or(() -> Optional.of(""));
    }
    return new ConnectionSettings(
        urlVariable.map(Variables.Variable::name).orElse(target.name()),
        ida,
        url,
        user,
        password.orElseThrow(() -> missing(source, ida, "password", "PASSWORD")),
        aliases(ida, written));
  }

  /** The second database that the LMS may have; a variable without a value means none. */
  private Map<String, String> aliases(String ida, Optional<TargetConnection> written) {
    return variables
        .find(ida, "HISTORY_DATABASE")
        .map(Variables.Variable::value)
        .or(
            () ->
                written
                    .flatMap(TargetConnection::historyDatabase)
                    .or(() -> shared(ida).flatMap(TargetConnection::historyDatabase))
                    .map(Located::text))
        .filter(name -> !name.isBlank())
        .map(name -> Map.of(ConnectionSettings.HISTORY_ALIAS, name))
        .orElse(Map.of());
  }

  private Optional<TargetConnection> written(String ida) {
    return Optional.ofNullable(target.services().get(ida)).or(() -> shared(ida));
  }

  /** The connection of the service whose database this one shares. */
  private Optional<TargetConnection> shared(String ida) {
    return services.shared(ida).map(other -> target.services().get(other));
  }

  private Optional<String> password(
      String ida, Optional<TargetConnection> written, UrlCredentials address) {
    Optional<Variables.Variable> variable = variables.find(ida, "PASSWORD");
    if (variable.isPresent()) {
      return variable.map(Variables.Variable::value);
    }
    Optional<Variables.Variable> file = variables.find(ida, "PASSWORD_FILE");
    if (file.isPresent()) {
      return Optional.of(
          Password.fromFile(
              folder.resolve(file.get().value()),
              file.get().value() + " (" + file.get().name() + ")",
              warnings));
    }
    return address
        .password()
        .or(() -> written.flatMap(TargetConnection::password).map(Located::text))
        .or(() -> written.flatMap(TargetConnection::passwordFile).map(this::fromFile));
  }

  private String fromFile(Located path) {
    return Password.fromFile(target.folder().resolve(path.text()), path.text(), warnings);
  }

  private ConfigurationException missing(String source, String ida, String noun, String what) {
    String variable =
        Variables.name(
            target.services().containsKey(ida) && target.preset().isEmpty()
                ? ida
                : services.owner(ida).ida(),
            what);
    String advice =
        target
            .preset()
            .filter(preset -> what.equals("PASSWORD"))
            .flatMap(preset -> preset.passwordAdvice(variable, services.owner(ida)))
            .map(line -> "export " + line)
            .orElse(
                "set " + variable + (what.equals("PASSWORD") ? " or " + variable + "_FILE" : ""));
    return new ConfigurationException(
        "%s has no %s for %s; %s".formatted(source, noun, ida, advice));
  }
}
