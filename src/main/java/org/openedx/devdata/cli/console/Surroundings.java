package org.openedx.devdata.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that commands may know of the process around them, so that tests can run them in process.
 *
 * @param out results
 * @param err progress and diagnostics
 * @param in standard input
 * @param environment environment variables
 * @param clock the time of day
 * @param folder the folder that relative paths and {@code .devdata} go out from
 * @param terminal which of the streams are terminals
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Map<String, String> environment,
    Supplier<Instant> clock,
    Path folder,
    Terminal terminal) {

  /** Those of this process: the one place that touches {@code System}. */
  public static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        ResultWriter.of(FileDescriptor.out, charset()),
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset())),
        System.in,
        environment,
        Instant::now,
        Path.of(""),
        Terminal.ofProcess(environment));
  }

  /** Standard streams are UTF-8 whatever the locale says, except on a Windows console. */
  private static Charset charset() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    String native_ = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return windows && native_ != null && System.console() != null
        ? Charset.forName(native_)
        : StandardCharsets.UTF_8;
  }

  /** The value of an environment variable, or null. */
  public String variable(String name) {
    return environment.get(name);
  }
}
