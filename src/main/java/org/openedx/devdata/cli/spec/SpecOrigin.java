package org.openedx.devdata.cli.spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.cli.connect.SpecFiles;
import org.openedx.devdata.cli.console.VersionText;
import org.openedx.devdata.jdbc.ThisMachine;
import org.openedx.devdata.keep.ledger.LoadOrigin;

/** The identity of a top-level spec in ledgers. Stateless. */
final class SpecOrigin {

  private SpecOrigin() {}

  /**
   * A spec without a name is known by the end of its path, which is the same wherever its folder
   * lies.
   *
   * @param top the top-level spec as it was given
   * @param folder the working folder
   */
  static LoadOrigin of(String top, Optional<String> name, Path folder, Instant now) {
    return new LoadOrigin(
        name.orElseGet(() -> path(top, folder)),
        name.isPresent(),
        ThisMachine.name(),
        SpecFiles.folderOf(top, folder).normalize().toString(),
        VersionText.devdata(),
        now);
  }

  private static String path(String top, Path folder) {
    if (top.equals("-") || top.contains("://")) {
      return top.replaceFirst("\\?.*", "");
    }
    Path path = folder.resolve(top).normalize();
    int names = path.getNameCount();
    return path.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
  }
}
