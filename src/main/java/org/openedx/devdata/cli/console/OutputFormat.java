package org.openedx.devdata.cli.console;

/** Format of results. */
enum OutputFormat {
  TEXT,
  JSON;

  /** As options spell it, and so as help texts show it. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
