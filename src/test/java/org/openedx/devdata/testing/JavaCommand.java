package org.openedx.devdata.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines of Java processes that tests start. Without the optimising compiler and threads to
 * collect garbage, which cost more than they give in processes of a few seconds.
 */
public final class JavaCommand {

  private JavaCommand() {}

  /** This process's Java with options, a main class and arguments. */
  public static List<String> of(String... more) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of(more));
    return line;
  }

  /** As {@link #of}, for a class of this process. */
  public static List<String> main(Class<?> main, String... arguments) {
    List<String> line = of("-cp", classPath(), main.getName());
    line.addAll(List.of(arguments));
    return line;
  }

  /** This process's class path, for any working folder. */
  public static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
