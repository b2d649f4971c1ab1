package org.openedx.devdata.testing;

import java.nio.file.Path;

/** The folders below {@code target} in which one JVM of a test run keeps its servers and lists. */
public final class TestFolder {

  /** Name of this JVM among those that share out the test classes; set by the build. */
  private static final String JVM = System.getProperty("devdata.test.jvm", "jvm-1");

  private TestFolder() {}

  /**
   * Names a file or folder that no other JVM of the run uses.
   *
   * @param name its name without that of the JVM, such as {@code clickhouse}
   */
  public static Path of(String name) {
    return Path.of("target", name + "-" + JVM);
  }
}
