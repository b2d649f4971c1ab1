package org.openedx.devdata.cli.keep.snapshot.part;

import java.util.LinkedHashSet;
import java.util.List;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.failure.UsageException;

/**
 * Services of a target whose stores a command is for.
 *
 * @param services idas
 * @param named whether a user or a snapshot names them: then each must be there
 * @param saved whether a snapshot has stores of them
 * @param copied whether the embedded server's databases are saved as a copy of its files
 */
public record AskedStores(
    TargetSite site, List<String> services, boolean named, boolean saved, boolean copied) {

  /**
   * Services as the command line names them.
   *
   * @param only idas; empty for all that the target has
   * @throws UsageException for a name that no service has
   */
  public static AskedStores of(TargetSite site, List<String> only) {
    List<String> services =
        only.isEmpty()
            ? site.databases().present()
            : new LinkedHashSet<>(only)
                .stream().map(ida -> Services.known(site.session(), ida)).toList();
    return new AskedStores(site, services, !only.isEmpty(), false, false);
  }

  /** Services of the parts of a snapshot. */
  static AskedStores ofSnapshot(TargetSite site, List<String> services) {
    return new AskedStores(site, services, true, true, false);
  }

  /** The same, saved as a copy of files. */
  public AskedStores asCopy() {
    return new AskedStores(site, services, named, saved, true);
  }
}
