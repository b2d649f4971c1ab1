package org.openedx.devdata;

import java.util.Locale;
import org.openedx.devdata.cli.DevdataCommand;
import org.openedx.devdata.cli.Surroundings;
import org.openedx.devdata.cli.VersionText;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Digits, letters and dates are written alike wherever it runs.
    Locale.setDefault(Locale.ROOT);
    if (VersionText.isAskedFor(args)) {
      for (String line : VersionText.lines()) {
        System.out.println(line);
      }
      if (System.out.checkError()) {
        System.err.println("devdata: the version could not be written to standard output");
        System.exit(1);
      }
    } else {
      System.exit(DevdataCommand.run(Surroundings.ofProcess(), args));
    }
  }
}
