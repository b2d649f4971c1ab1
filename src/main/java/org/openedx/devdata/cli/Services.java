package org.openedx.devdata.cli;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** Names of services on the command line. Stateless. */
final class Services {

  private Services() {}

  /** The names of all services that have a database, seeded by specs or not. */
  static List<String> names(Session session) {
    List<String> names = new ArrayList<>(session.registry().names());
    if (!names.contains(AspectsNames.IDA)) {
      names.add(AspectsNames.IDA);
    }
    return names;
  }

  /**
   * The name itself, when there is such a service.
   *
   * @throws UsageException with the name that was perhaps meant
   */
  static String known(Session session, String ida) {
    List<String> names = names(session);
    if (names.contains(ida)) {
      return ida;
    }
    String all = "; known services are " + String.join(", ", names);
    throw new UsageException(
        "unknown service " + Shown.quoted(ida) + DidYouMean.hint(ida, names, all));
  }
}
