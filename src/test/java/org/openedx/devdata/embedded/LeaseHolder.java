package org.openedx.devdata.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openedx.devdata.embedded.mariadb.EmbeddedMariaDb;
import org.openedx.devdata.testing.JavaCommand;

/**
 * A process that uses an embedded server until its standard input ends: the other one in tests of
 * two processes. Arguments: home, cache.
 */
public final class LeaseHolder {

  private LeaseHolder() {}

  public static void main(String[] args) throws IOException {
    EmbeddedMariaDb server =
        new EmbeddedMariaDb(Path.of(args[0]), new CacheFolder(Path.of(args[1])), 0, message -> {});
    try (Lease lease = server.lease()) {
      System.out.println(lease.endpoint().port());
      System.in.read();
    }
    System.out.println("closed");
  }

  /** A started {@link LeaseHolder}. */
  public record Running(Process process, BufferedReader output) implements AutoCloseable {

    public static Running start(Path home, CacheFolder cache) throws IOException {
      Process process =
          new ProcessBuilder(
                  JavaCommand.main(LeaseHolder.class, home.toString(), cache.path().toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Running(
          process,
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Waits until it has its lease. */
    public int port() throws IOException {
      return Integer.parseInt(output.readLine());
    }

    /** Lets it close its lease and end. */
    public int finish() throws IOException, InterruptedException {
      process.getOutputStream().close();
      return process.waitFor();
    }

    public void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
