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
import org.openedx.devdata.embedded.LockOwner;
import org.openedx.devdata.embedded.Ports;
import org.openedx.devdata.embedded.ServerUsers;
import org.openedx.devdata.embedded.clickhouse.library.ClickHouseUnavailableException;

/** Starts the engine's process, or finds it running. One for each lease; not thread-safe. */
final class EngineLauncher {

  private static final long POLL_MILLIS = 20;
  private static final int ANSWER_MILLIS = 1000;
  private static final int LOG_TAIL = 400;

  private static final byte[] PING =
      "GET /ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ALIVE = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

  /** Variables from which every Java takes options. */
  private static final List<String> JAVA_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Held by the thread of this process that may open the gate. */
  static final Object GATE = new Object();

  private final EngineFolder folder;
  private final Path library;
  private final int wanted;
  private final long deadline;

  /**
   * @param wanted the port that must be used, or 0
   */
  EngineLauncher(EngineFolder folder, Path library, int wanted, Duration limit) {
    this.folder = folder;
    this.library = library;
    this.wanted = wanted;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /**
   * Takes a lease and finds the engine, starting it if need be. Whoever holds the gate may do so;
   * an engine that is just stopping holds it until it is gone.
   */
  <T> T enter(Entered<T> entered) throws IOException {
    // The system's file locks belong to a process: its threads have to queue by themselves.
    synchronized (GATE) {
      try (FileChannel gate = folder.openGate()) {
        while (gate.tryLock() == null) {
          pause("to let its users in, held by " + LockOwner.read(folder.gate()));
        }
        LockOwner.write(gate, folder.gate());
        ServerUsers.Claim claim = folder.users().add();
        try {
          return entered.with(claim, joinOrStart());
        } catch (IOException | RuntimeException e) {
          claim.release();
          throw e;
        }
      }
    }
  }

  /** An engine that is going down is waited out, then another one started. */
  private EngineFolder.Endpoint joinOrStart() throws IOException {
    Process process = null;
    int port = wanted != 0 ? wanted : lastPort();
    while (true) {
      if (folder.isRunning()) {
        Optional<EngineFolder.Endpoint> endpoint = folder.endpoint();
        if (endpoint.isPresent() && answers(endpoint.get().port())) {
          return checked(endpoint.get());
        }
      } else if (process == null) {
        if (wanted != 0 && !Ports.isFree(wanted)) {
          throw new ClickHouseUnavailableException(Ports.taken(wanted));
        }
        folder.deleteEndpoint();
        process = start(port);
      } else if (!process.isAlive()) {
        switch (process.exitValue()) {
          case EngineProcess.FOLDER_TAKEN -> process = null;
          case EngineProcess.PORT_TAKEN -> {
            if (wanted != 0) {
              throw new ClickHouseUnavailableException(Ports.taken(wanted));
            }
            process = null;
            port = 0;
          }
          default -> throw failure("ended with status " + process.exitValue());
        }
      }
      pause("to start");
    }
  }

  private EngineFolder.Endpoint checked(EngineFolder.Endpoint running) {
    if (wanted != 0 && wanted != running.port()) {
      throw new ClickHouseUnavailableException(
          "the embedded ClickHouse already runs on port %d, not %d: stop it first, or ask for no port"
              .formatted(running.port(), wanted));
    }
    if (!Files.exists(folder.password())) {
      throw new ClickHouseUnavailableException(
          "the embedded ClickHouse runs, and the file of its password, %s, is gone: stop it with `devdata db stop aspects`; the next start makes a new one"
              .formatted(folder.password()));
    }
    return running;
  }

  private int lastPort() throws IOException {
    String text = Files.exists(folder.lastPort()) ? Files.readString(folder.lastPort()) : "";
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    return Ports.isFree(port) ? port : 0;
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

  private Process start(int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 22) {
      // Later Java warns of native code that was not allowed.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            EngineProcess.class.getName(),
            folder.path().toString(),
            library.toString(),
            Integer.toString(port)));
    File log = folder.log().toFile();
    ProcessBuilder builder = new ProcessBuilder(command);
    // They are for the commands; a collector or heap among them would contradict those above.
    JAVA_OPTIONS.forEach(builder.environment()::remove);
    return builder
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

  /** Result made of a claim and a running engine. */
  @FunctionalInterface
  interface Entered<T> {
    T with(ServerUsers.Claim claim, EngineFolder.Endpoint endpoint) throws IOException;
  }
}
