package org.openedx.devdata.cli;

import java.util.Optional;
import org.openedx.devdata.load.Slice;

/**
 * A load of generated data that a person asked for.
 *
 * @param file the configuration, or nothing for the small run
 * @param slice which part, when the configuration's is not meant
 * @param dryRun whether only to tell what would be made
 * @param resume whether to carry on with a run that was broken off
 * @param databaseOnly whether to make nothing and load files that exist
 * @param allowRemote whether ClickHouse may be on another machine
 * @param embedded whether to load into the embedded ClickHouse, whatever the configuration says
 */
record LoadDbRequest(
    Optional<String> file,
    Optional<Slice> slice,
    boolean dryRun,
    boolean resume,
    boolean databaseOnly,
    boolean allowRemote,
    boolean embedded) {

  /** The configuration as messages name it. */
  String source() {
    return file.orElse("the default configuration");
  }

  /** The command line that carries on with this run. */
  String resumeCommand() {
    return "devdata load-db"
        + file.map(name -> " --config_file " + name).orElse("")
        + (embedded ? " --target embedded" : "")
        + slice.map(part -> " --slice " + part).orElse("")
        + (allowRemote ? " --allow-remote" : "")
        + " --resume";
  }
}
