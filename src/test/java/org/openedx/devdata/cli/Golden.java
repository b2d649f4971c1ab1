package org.openedx.devdata.cli;

import org.openedx.devdata.testing.GoldenFile;
import org.openedx.devdata.testing.TestDatabase;

/** Outputs that are compared whole; they stand in files beside this class. */
public final class Golden {

  private Golden() {}

  /** Compares a whole output with a file, as {@link GoldenFile} does. */
  public static void check(String name, String actual) {
    GoldenFile.check(Golden.class, "golden/" + name, actual);
  }

  /** An output without what differs from run to run: the server's address and the time taken. */
  public static String plain(String output, TestDatabase database) {
    return output
        .replaceAll("jdbc:mysql://[^/]+/" + database.name(), "jdbc:mysql://SERVER/edxapp")
        .replaceAll("\\(\\d+(\\.\\d)? s\\)", "(TIME)")
        .replaceAll("\"seconds\": [0-9.]+", "\"seconds\": 0");
  }
}
