package org.openedx.devdata.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: what a bug report needs. Stateless. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "devdata " + devdata(),
      "Java %s (%s)".formatted(property("java.version"), property("java.vendor")),
      "%s %s (%s)".formatted(property("os.name"), property("os.version"), property("os.arch"))
    };
  }

  /** The version of the archive; a build folder has none. */
  static String devdata() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
