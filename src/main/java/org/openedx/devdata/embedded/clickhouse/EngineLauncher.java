package org.openedx.devdata.embedded.clickhouse;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Starts the engine's process, or finds it running. One for each lease; not thread-safe. */
final class EngineLauncher {

  private static final long POLL_MILLIS = 20;
  private static final int ANSWER_MILLIS = 1000;
  private static final int LOG_TAIL = 400;

  private static final byte[] PING =
      "GET /ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ALIVE = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

  /** Held by the thread of this process that may open the gate. */
  static final Object GATE = new Object();

  private final EngineFolder folder;
  private final Path library;
  private final long deadline;

  EngineLauncher(EngineFolder folder, Path library, Duration limit) {
    this.folder = folder;
    this.library = library;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /**
   * Takes a lease and finds the engine, starting it if need be. Whoever holds the gate may do so;
   * an engine that is just stopping holds it until it is gone.
   */
  <T> T enter(BiFunction<UserLease, EngineFolder.Endpoint, T> result) throws IOException {
    // The system's file locks belong to a process: its threads have to queue by themselves.
    synchronized (GATE) {
      try (FileChannel gate = folder.openGate()) {
        while (gate.tryLock() == null) {
          pause("to let its users in");
        }
        UserLease lease = UserLease.take(folder);
        try {
          return result.apply(lease, joinOrStart());
        } catch (IOException | RuntimeException e) {
          lease.close();
          throw e;
        }
      }
    }
  }

  /** An engine that is going down is waited out, then another one started. */
  private EngineFolder.Endpoint joinOrStart() throws IOException {
    Process process = null;
    while (true) {
      if (folder.isRunning()) {
        Optional<EngineFolder.Endpoint> endpoint = folder.endpoint();
        if (endpoint.isPresent() && answers(endpoint.get().port())) {
          return endpoint.get();
        }
      } else if (process == null) {
        folder.deleteEndpoint();
        process = start();
      } else if (!process.isAlive()) {
        throw failure("ended with status " + process.exitValue());
      }
      pause("to start");
    }
  }

  /** A process that was killed takes connections until all of its memory is given back. */
  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(PING);
      byte[] status = socket.getInputStream().readNBytes(ALIVE.length);
      return Arrays.equals(status, ALIVE);
    } catch (IOException e) {
      return false;
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 22) {
      // Later Java warns of native code that nobody has allowed.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            EngineProcess.class.getName(),
            folder.path().toString(),
            library.toString()));
    File log = folder.log().toFile();
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(log)
        .redirectErrorStream(true)
        .start();
  }

  private void pause(String purpose) throws IOException {
    if (System.nanoTime() - deadline > 0) {
      throw failure("takes too long " + purpose);
    }
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    }
  }

  private ClickHouseUnavailableException failure(String what) throws IOException {
    String said =
        Files.exists(folder.log())
            ? Files.readString(folder.log(), StandardCharsets.UTF_8).strip()
            : "";
    String tail =
        said.substring(Math.max(0, said.length() - LOG_TAIL)).replaceAll("\\s*\\n\\s*", " | ");
    return new ClickHouseUnavailableException(
        "the embedded ClickHouse of '%s' %s: %s; see %s"
            .formatted(
                folder.path(), what, tail.isEmpty() ? "it said nothing" : tail, folder.log()));
  }
}
