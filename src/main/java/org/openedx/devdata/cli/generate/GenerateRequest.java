package org.openedx.devdata.cli.generate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.jdbc.targets.Target;

/**
 * A load of generated data that a person asked for.
 *
 * @param file the configuration, or nothing for the small run
 * @param slice which part, when the configuration's is not meant
 * @param dryRun whether only to report what would be made
 * @param resume whether to resume an interrupted run
 * @param retry the folder with batches of earlier runs to be sent, instead of making any
 * @param databaseOnly whether to make nothing and load files that exist
 * @param allowRemote whether ClickHouse may be on another machine
 * @param embedded whether to load into the embedded ClickHouse, whatever the configuration says
 * @param clock what is now and {@code today}
 * @param clockGiven whether the command line says so
 */
record GenerateRequest(
    Optional<String> file,
    Optional<Slice> slice,
    boolean dryRun,
    boolean resume,
    Optional<String> retry,
    boolean databaseOnly,
    boolean allowRemote,
    boolean embedded,
    Instant clock,
    boolean clockGiven) {

  /** True when the configuration comes from standard input. */
  boolean isStandardInput() {
    return file.filter("-"::equals).isPresent();
  }

  /** The configuration as messages name it. */
  String source() {
    return isStandardInput() ? "standard input" : file.orElse("the default configuration");
  }

  /** True when ClickHouse loads files, those of this run or of one before. */
  boolean loadsFiles(GenerationConfig config) {
    return databaseOnly || config.store().loadAfter();
  }

  /** The command line that resumes this run. */
  String resumeCommand() {
    return command() + " --resume";
  }

  /** The command line that loads the files that this run has written. */
  String loadCommand() {
    return command() + " --load_db_only";
  }

  /** The command line that sends what is kept in a folder. */
  String retryCommand(Path folder) {
    return command() + " --retry " + folder;
  }

  private String command() {
    return "devdata load-db"
        + file.map(name -> " --config_file " + name).orElse("")
        + (embedded ? " --target embedded" : "")
        + slice.map(part -> " --slice " + part).orElse("")
        + (allowRemote ? " --allow-remote" : "");
  }

  /** The part of this that a folder of batches needs to remember, to be sent without arguments. */
  Map<String, String> origin() {
    Map<String, String> origin = new TreeMap<>();
    file.filter(name -> !isStandardInput())
        .ifPresent(name -> origin.put("config_file", Path.of(name).toAbsolutePath().toString()));
    slice.ifPresent(part -> origin.put("slice", part.toString()));
    if (embedded) {
      origin.put("target", Target.EMBEDDED);
    }
    return origin;
  }

  /** This, with what the folder remembers where the command line is silent. */
  GenerateRequest with(Map<String, String> origin) {
    if (file.isPresent()) {
      return this;
    }
    return new GenerateRequest(
        Optional.ofNullable(origin.get("config_file")),
        slice.or(() -> Optional.ofNullable(origin.get("slice")).flatMap(Slice::parse)),
        dryRun,
        resume,
        retry,
        databaseOnly,
        allowRemote,
        embedded || Target.EMBEDDED.equals(origin.get("target")),
        clock,
        clockGiven);
  }
}
