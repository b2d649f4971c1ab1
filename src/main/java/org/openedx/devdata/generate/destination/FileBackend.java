package org.openedx.devdata.generate.destination;

import java.nio.file.Path;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.FilePlace;

/** A back end whose rows go into files of a folder or an object store. */
interface FileBackend extends Backend {

  /** Beside the files where they are on this machine. */
  @Override
  default Path state(FilePlace place, Path states) {
    return place.localFolder().orElseGet(() -> states.resolve(key() + "-" + place.slug()));
  }
}
