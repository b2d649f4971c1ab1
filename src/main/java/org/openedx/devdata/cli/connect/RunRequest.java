package org.openedx.devdata.cli.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.plan.Removal;

/**
 * A run that a person asked for, checked.
 *
 * @param kind what to do
 * @param top the top-level spec: a path, an http address, or {@code -}
 * @param root folder from which its relative paths go out, instead of its own
 * @param only services to run; empty for all
 * @param now the run clock
 * @param seed the run's seed
 * @param atomic whether all entries are one unit
 * @param keepGoing whether an entry that fails does not keep the later ones from running
 * @param mediaRoot the platform's media folder, where files of content lie
 * @param removal what is removed besides
 * @param ledger file that keeps the ledger instead of a table in each database
 * @param connect how to reach the databases
 */
public record RunRequest(
    RunKind kind,
    String top,
    Optional<Path> root,
    Set<String> only,
    Instant now,
    long seed,
    boolean atomic,
    boolean keepGoing,
    Optional<Path> mediaRoot,
    Removal removal,
    Optional<Path> ledger,
    Connect connect) {

  /**
   * Way to reach databases.
   *
   * @param target name of the target
   * @param allowRemote whether it may be another machine
   * @param patience how long to wait for servers that do not answer yet
   */
  public record Connect(String target, boolean allowRemote, Duration patience) {}
}
