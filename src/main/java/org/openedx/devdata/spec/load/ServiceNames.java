package org.openedx.devdata.spec.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** The names of services, and what to say of one that is not served. Immutable. */
public final class ServiceNames {

  private final List<String> served;
  private final Map<String, String> aliases;
  private final Map<String, String> others;

  /**
   * @param served services that this tool seeds, in the order of messages
   * @param aliases other names of theirs, each with the served one
   * @param others services of Open edX that may be named without being served: titles by name
   */
  public ServiceNames(
      Collection<String> served, Map<String, String> aliases, Map<String, String> others) {
    this.served = List.copyOf(served);
    this.aliases = Map.copyOf(aliases);
    this.others = Map.copyOf(others);
  }

  public boolean serves(String ida) {
    return served.contains(ida);
  }

  /** Returns whether it is a service of Open edX that this tool does not serve. */
  boolean unserved(String ida) {
    return others.containsKey(ida) && !serves(ida);
  }

  /** Message for a name that is not served: the fault and the remedy. */
  public String unknown(String ida) {
    String list = "; known services are " + String.join(", ", served);
    if (unserved(ida)) {
      return "%s (%s) is a service that devdata does not seed yet%s"
          .formatted(Shown.quoted(ida), others.get(ida), list);
    }
    String meant = aliases.get(ida);
    String hint =
        meant == null
            ? DidYouMean.hint(ida, served, list)
            : "; did you mean " + Shown.quoted(meant) + "?";
    return "unknown service " + Shown.quoted(ida) + hint;
  }
}
