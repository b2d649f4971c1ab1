package org.openedx.devdata.cli;

import org.openedx.devdata.cli.console.VersionText;
import picocli.CommandLine.IVersionProvider;

/** Gives the command line what {@link VersionText} says. Stateless. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return VersionText.lines().toArray(String[]::new);
  }
}
