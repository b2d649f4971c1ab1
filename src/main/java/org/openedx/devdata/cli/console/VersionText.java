package org.openedx.devdata.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openedx.devdata.cli.report.failure.ExitCode;

/**
 * Text that {@code --version} prints: what a bug report needs. Stateless.
 *
 * <p>Mentions nothing but the JDK's smallest classes: a question that editors and scripts ask many
 * times is answered before the command line is put together.
 */
public final class VersionText {

  private VersionText() {}

  /** True when these arguments ask for the version and nothing else. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
  }

  /** Prints them; returns the exit code. */
  public static int print() {
    byte[] text = (String.join("\n", lines()) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(text);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
        System.err.println(
            "devdata: the version could not be written to standard output: " + e.getMessage());
        return ExitCode.FAILED;
      }
    }
    return ExitCode.DONE;
  }

  /** The lines to print. */
  public static List<String> lines() {
    return List.of(
        String.join(" ", "devdata", devdata()),
        String.join("", "Java ", property("java.version"), " (", property("java.vendor"), ")"),
        String.join(
            "", property("os.name"), " ", property("os.version"), " (", property("os.arch"), ")"));
  }

  /** The version of the archive; a build folder has none. */
  public static String devdata() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
