package org.openedx.devdata.jdbc.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;

/**
 * The variables {@code DEVDATA_<IDA>_URL}, {@code _USER}, {@code _PASSWORD}, {@code _PASSWORD_FILE}
 * and {@code _HISTORY_DATABASE} of an environment. Immutable if the environment is.
 *
 * @param environment variables by name
 * @param services know which of them share a database, and so its variables
 */
record Variables(Map<String, String> environment, ServiceIdentities services) {

  /** A variable's name and value. */
  record Variable(String name, String value) {}

  /** The service's own variable, or the one of the service whose database it shares. */
  Optional<Variable> find(String ida, String what) {
    List<String> names = new ArrayList<>(List.of(name(ida, what)));
    services.shared(ida).ifPresent(other -> names.add(name(other, what)));
    return names.stream()
        .filter(name -> environment.get(name) != null)
        .map(name -> new Variable(name, environment.get(name)))
        .findFirst();
  }

  static String name(String ida, String what) {
    return ConnectionSettings.variable(ida, what);
  }
}
