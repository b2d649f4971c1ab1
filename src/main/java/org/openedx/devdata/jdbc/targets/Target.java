package org.openedx.devdata.jdbc.targets;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.load.TargetConnection;

/**
 * A named set of connections, as written. Immutable.
 *
 * @param name as the person named it
 * @param embedded whether services without a connection use the embedded engine
 * @param preset where the connections come from, when they are ours
 * @param services connections by service
 * @param folder folder from which relative paths of password files go out
 */
public record Target(
    String name,
    boolean embedded,
    Optional<Preset> preset,
    Map<String, TargetConnection> services,
    Path folder) {

  /** Name of the target that needs no server. */
  public static final String EMBEDDED = "embedded";
}
