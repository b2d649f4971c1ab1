package org.openedx.devdata.service.content.history;

import java.nio.file.Path;
import org.openedx.devdata.spec.Position;

/** Files that a spec names, from the folder in which the spec stands. Stateless. */
final class SpecPaths {

  private SpecPaths() {}

  /** The path; one in a spec that is no file of its own goes out from the present folder. */
  static Path resolve(String written, Position position) {
    String file = position.file();
    return file.startsWith("<") || file.contains("://")
        ? Path.of(written)
        : Path.of(file).resolveSibling(written);
  }
}
