package org.openedx.devdata.spec.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** The names of services, and what to say of one that is not served. Immutable. */
public final class ServiceNames {

  /** Services of Open edX by the names that devstack uses, whether served here or not. */
  private static final Map<String, String> OPEN_EDX =
      Map.ofEntries(
          Map.entry("lms", "the LMS"),
          Map.entry("cms", "Studio"),
          Map.entry("ecommerce", "the shop"),
          Map.entry("discovery", "the course catalog"),
          Map.entry("credentials", "the credentials service"),
          Map.entry("aspects", "Aspects"),
          Map.entry("content", "authored content"),
          Map.entry("registrar", "the registrar"),
          Map.entry("edx_notes_api", "the notes service"),
          Map.entry("notes", "the notes service"),
          Map.entry("forum", "the forum"),
          Map.entry("xqueue", "the queue of external graders"),
          Map.entry("insights", "the old analytics dashboard"),
          Map.entry("analytics_api", "the old analytics API"),
          Map.entry("enterprise_catalog", "the enterprise catalog"),
          Map.entry("license_manager", "the license manager"),
          Map.entry("designer", "the site designer"));

  private final List<String> served;

  public ServiceNames(Collection<String> served) {
    this.served = List.copyOf(served);
  }

  public boolean serves(String ida) {
    return served.contains(ida);
  }

  /** Returns whether it is a service of Open edX that this tool does not serve. */
  public boolean unserved(String ida) {
    return OPEN_EDX.containsKey(ida) && !serves(ida);
  }

  /** Message for a name that is not served: the fault and the remedy. */
  public String unknown(String ida) {
    String list = "; known services are " + String.join(", ", served);
    if (unserved(ida)) {
      return "%s (%s) is a service that devdata does not seed yet%s"
          .formatted(Shown.quoted(ida), OPEN_EDX.get(ida), list);
    }
    return "unknown service " + Shown.quoted(ida) + DidYouMean.hint(ida, served, list);
  }
}
