package org.openedx.devdata.embedded.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process that runs the engine: started by {@link EmbeddedClickHouse}, never by a person. Ends
 * when nobody holds a lease any more and nobody asked it to stay.
 */
public final class EngineProcess {

  /** Exit status when another process has the folder. */
  static final int FOLDER_TAKEN = 3;

  private static final long POLL_MILLIS = 250;

  private EngineProcess() {}

  /** The few calls of the C library. */
  interface LibC extends Library {
    int setsid();
  }

  /**
   * Runs until it is not needed any more.
   *
   * @param args the engine's folder, the library's file
   */
  public static void main(String[] args) throws Exception {
    leaveTerminal();
    EngineFolder folder = new EngineFolder(Path.of(args[0]));
    Files.createDirectories(folder.data());
    // Both locks go with the process, not before: until then nobody may start another engine.
    FileChannel running = folder.openEngineLock();
    FileChannel gate = folder.openGate();
    try {
      if (running.tryLock() == null) {
        halt(FOLDER_TAKEN);
      }
      serve(folder, gate, Path.of(args[1]));
      halt(0);
    } catch (IOException | RuntimeException e) {
      // The log's reader gets the reason; other threads must not keep a lame process alive.
      System.getLogger(EngineProcess.class.getName())
          .log(System.Logger.Level.ERROR, "the embedded ClickHouse failed", e);
      halt(1);
    }
  }

  private static void serve(EngineFolder folder, FileChannel gate, Path library)
      throws IOException, InterruptedException {
    folder.deleteEndpoint();
    try (ChdbEngine engine = ChdbEngine.open(library, folder.data())) {
      HttpEndpoint http = HttpEndpoint.start(engine, 0);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(http, engine), "stop"));
      folder.write(
          new EngineFolder.Endpoint(http.port(), ProcessHandle.current().pid(), engine.version()));
      while (isWanted(folder, gate)) {
        Thread.sleep(POLL_MILLIS);
      }
      folder.deleteEndpoint();
      http.close();
    }
  }

  /** When it says no, it has closed the gate, which opens again when this process is gone. */
  private static boolean isWanted(EngineFolder folder, FileChannel gate) throws IOException {
    if (!Files.isDirectory(folder.users())) {
      // Somebody has deleted the folder.
      return false;
    }
    if (Files.exists(folder.stay())) {
      return true;
    }
    FileLock closed = gate.tryLock();
    if (closed == null) {
      // Somebody is coming in.
      return true;
    }
    if (UserLease.anyAlive(folder)) {
      closed.release();
      return true;
    }
    return false;
  }

  private static void stop(HttpEndpoint http, ChdbEngine engine) {
    http.stop(1);
    engine.close();
  }

  /** Ctrl-C in the terminal of the command that started this must not end it for the others. */
  private static void leaveTerminal() {
    Native.load("c", LibC.class).setsid();
  }

  /** Without the library's own tidying of a process, which it is not safe to run under a JVM. */
  private static void halt(int status) {
    Runtime.getRuntime().halt(status);
  }
}
