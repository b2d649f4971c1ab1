package org.openedx.devdata;

import org.openedx.devdata.cli.DevdataCommand;
import org.openedx.devdata.cli.Surroundings;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(DevdataCommand.run(Surroundings.ofProcess(), args));
  }
}
