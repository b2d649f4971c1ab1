package org.openedx.devdata;

import org.openedx.devdata.cli.DevdataCommand;
import org.openedx.devdata.cli.Surroundings;
import org.openedx.devdata.cli.VersionText;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (VersionText.isAskedFor(args)) {
      for (String line : VersionText.lines()) {
        System.out.println(line);
      }
    } else {
      System.exit(DevdataCommand.run(Surroundings.ofProcess(), args));
    }
  }
}
