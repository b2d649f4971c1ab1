package org.openedx.devdata.jdbc.targets;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services that a target may be asked for, by ida. Immutable. */
public final class ServiceIdentities {

  private final Map<String, ServiceIdentity> services;

  public ServiceIdentities(Collection<ServiceIdentity> services) {
    this.services =
        services.stream()
            .collect(Collectors.toUnmodifiableMap(ServiceIdentity::ida, Function.identity()));
  }

  /** A service; one that is not known has a MySQL database of its name. */
  public ServiceIdentity of(String ida) {
    return services.getOrDefault(ida, ServiceIdentity.mySql(ida));
  }

  /** The service whose database a service shares, if it does. */
  Optional<String> shared(String ida) {
    return Optional.of(of(ida).sharing()).filter(other -> !other.isEmpty());
  }

  /** The service whose database a service has: its own or the shared one's. */
  public ServiceIdentity owner(String ida) {
    return of(shared(ida).orElse(ida));
  }
}
