package org.openedx.devdata.service.content.history;

import java.util.HashMap;
import java.util.Map;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Problems;

/**
 * Finds keys of containers of one package that differ only by case or accent, for databases whose
 * column of codes does not distinguish them. Stateless.
 */
public final class AlikeKeys {

  private AlikeKeys() {}

  public static void check(PackageHistory history, Problems problems) {
    Map<String, String> met = new HashMap<>();
    for (Container container : history.containers().all()) {
      String key = container.entity().key();
      String other = met.putIfAbsent(Collation.fold(key), key);
      if (other != null) {
        problems.add(
            container.entity().created().origin().position(),
            container.type().code()
                + " '"
                + key
                + "' has the key of '"
                + other
                + "', as the database compares it; choose another key");
      }
    }
  }
}
