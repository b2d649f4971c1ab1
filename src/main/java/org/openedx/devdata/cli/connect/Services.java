package org.openedx.devdata.cli.connect;

import java.util.List;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.UsageException;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** Names of services on the command line. Stateless. */
public final class Services {

  private Services() {}

  /**
   * The name itself, when there is such a service.
   *
   * @throws UsageException with the name that was perhaps meant
   */
  public static String known(Session session, String ida) {
    List<String> names = session.registry().names();
    if (names.contains(ida)) {
      return ida;
    }
    String all = "; known services are " + String.join(", ", names);
    throw new UsageException(
        "unknown service " + Shown.quoted(ida) + DidYouMean.hint(ida, names, all));
  }
}
