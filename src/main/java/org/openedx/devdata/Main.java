package org.openedx.devdata;

import java.util.Locale;
import org.openedx.devdata.cli.DevdataCommand;
import org.openedx.devdata.cli.console.Surroundings;
import org.openedx.devdata.cli.console.VersionText;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Digits, letters and dates are written alike wherever it runs.
    Locale.setDefault(Locale.ROOT);
    if (VersionText.isAskedFor(args)) {
      System.exit(VersionText.print());
    } else {
      System.exit(DevdataCommand.run(Surroundings.ofProcess(), args));
    }
  }
}
