package org.openedx.devdata.cli.connect;

import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.generate.config.ConfigKeys;
import org.openedx.devdata.spec.load.ServiceNames;

/** Names of services on the command line. Stateless. */
public final class Services {

  private Services() {}

  /**
   * The name itself, when there is such a service.
   *
   * @throws UsageException with the name that was perhaps meant
   */
  public static String known(Session session, String ida) {
    ServiceNames names = session.registry().serviceNames();
    if (names.serves(ida)) {
      return ida;
    }
    throw new UsageException(names.unknown(ida));
  }

  /** As {@link #known}, or the name of configurations, which are files like specs. */
  public static String knownFile(Session session, String name) {
    return name.equals(ConfigKeys.NAME) ? name : known(session, name);
  }
}
