package org.openedx.devdata.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.openedx.devdata.cli.console.CommonOptions;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.cli.console.ResultWriter;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.Surroundings;
import org.openedx.devdata.cli.console.Terminal;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.testing.TestDatabase;

/** Runs command lines in this process, in a folder of their own, with captured output. */
public final class CommandLab {

  /** What the clock says. */
  public static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ServiceRegistry services = ServiceRegistry.standard();
  private Terminal terminal = Terminal.NONE;
  private byte[] input = {};
  private Instant now = NOW;

  public CommandLab(Path folder) {
    this.folder = folder;
  }

  /**
   * What a command did.
   *
   * @param code exit code
   * @param out standard output
   * @param err standard error
   */
  public record Result(int code, String out, String err) {}

  public CommandLab file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CommandLab variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The service's database is the test's. */
  public CommandLab database(String ida, TestDatabase database) {
    environment.putAll(database.variables(ida));
    return this;
  }

  /** Moves the clock. */
  public CommandLab at(Instant time) {
    now = time;
    return this;
  }

  public CommandLab terminal(Terminal other) {
    terminal = other;
    return this;
  }

  public CommandLab input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  public CommandLab input(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  public Path folder() {
    return folder;
  }

  /** A file's path, as the command line must name it. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = DevdataCommand.run(surroundings(new PrintWriter(out), err), services, arguments);
    return new Result(code, shown(out), shown(err));
  }

  /** Runs with results going to a stream, of which nothing is captured. */
  Result runInto(OutputStream results, String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        DevdataCommand.run(
            surroundings(ResultWriter.of(results, StandardCharsets.UTF_8), err),
            services,
            arguments);
    return new Result(code, "", shown(err));
  }

  /** The session that a command line fills in, for tests of parsing. */
  public Session session() {
    Surroundings surroundings =
        surroundings(new PrintWriter(new StringWriter()), new StringWriter());
    try (Interruption interruption = new Interruption(surroundings.err())) {
      return new Session(surroundings, services, new CommonOptions(), interruption);
    }
  }

  private Surroundings surroundings(PrintWriter out, StringWriter err) {
    return new Surroundings(
        out,
        new PrintWriter(err),
        new ByteArrayInputStream(input),
        environment,
        () -> now,
        folder,
        terminal);
  }

  private String shown(StringWriter text) {
    return text.toString().replace(folder + "/", "");
  }
}
