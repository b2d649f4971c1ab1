package org.openedx.devdata.cli.connect;

import java.util.List;
import picocli.CommandLine.Option;

/** Options of commands that remove or replace rows. Filled in by picocli. */
public final class ConfirmArguments {

  @Option(
      names = {"-y", "--yes"},
      description = "Does not ask; required where no user can answer, as in scripts.")
  boolean yes;

  /** Returns whether no question is to be asked. */
  public boolean yes() {
    return yes;
  }

  @Option(
      names = "--confirm",
      paramLabel = "DATABASE[,DATABASE...]",
      split = ",",
      description =
          "Confirms databases on other machines than this one by their names; required there, beside "
              + "--allow-remote, where no user can type them.")
  List<String> names = List.of();
}
