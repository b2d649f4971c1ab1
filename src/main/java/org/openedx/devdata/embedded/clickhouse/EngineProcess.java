package org.openedx.devdata.embedded.clickhouse;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.LockOwner;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbEngine;
import org.openedx.devdata.embedded.clickhouse.http.EngineLogin;
import org.openedx.devdata.embedded.clickhouse.http.HttpEndpoint;

/**
 * The process that runs the engine: started by {@link EmbeddedClickHouse}, never by a person. Ends
 * when no command holds a lease any more and none asked it to stay.
 */
public final class EngineProcess {

  /** Exit status when another process has the folder. */
  static final int FOLDER_TAKEN = 3;

  /** Exit status when another program has the port. */
  static final int PORT_TAKEN = 4;

  private static final long POLL_MILLIS = 250;

  /**
   * Number of attempts to take the lock: a command that looks whether an engine runs holds it for a
   * moment.
   */
  private static final int LOCK_ATTEMPTS = 50;

  private static final long LOCK_MILLIS = 20;

  private EngineProcess() {}

  /** The few calls of the C library. */
  interface LibC extends Library {
    int setsid();
  }

  /**
   * Runs until it is not needed any more.
   *
   * @param args the engine's folder, the library's file, the port or 0
   */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    leaveTerminal();
    EngineFolder folder = new EngineFolder(Path.of(args[0]));
    Folders.createPrivate(folder.data());
    // Both locks go with the process, not before: until then no process may start another engine.
    FileChannel running = folder.openEngineLock();
    FileChannel gate = folder.openGate();
    try {
      if (!locked(running)) {
        halt(FOLDER_TAKEN);
      }
      LockOwner.write(running, folder.engineLock());
      serve(folder, gate, Path.of(args[1]), Integer.parseInt(args[2]));
      halt(0);
    } catch (BindException e) {
      halt(PORT_TAKEN);
    } catch (IOException | RuntimeException e) {
      // The log's reader gets the reason; other threads must not keep a lame process alive.
      System.getLogger(EngineProcess.class.getName())
          .log(System.Logger.Level.ERROR, "the embedded ClickHouse failed", e);
      halt(1);
    }
  }

  private static boolean locked(FileChannel running) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
      if (running.tryLock() != null) {
        return true;
      }
      Thread.sleep(LOCK_MILLIS);
    }
    return false;
  }

  private static void serve(EngineFolder folder, FileChannel gate, Path library, int port)
      throws IOException, InterruptedException {
    folder.deleteEndpoint();
    try (ChdbEngine engine = ChdbEngine.open(library, folder.data())) {
      HttpEndpoint http = HttpEndpoint.start(engine, EngineLogin.of(folder.password()), port);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(http, engine), "stop"));
      Files.writeString(folder.lastPort(), Integer.toString(http.port()));
      folder.write(
          new EngineFolder.Endpoint(http.port(), ProcessHandle.current().pid(), engine.version()));
      while (isWanted(folder, gate)) {
        Thread.sleep(POLL_MILLIS);
      }
      folder.deleteEndpoint();
      http.close();
    }
  }

  /**
   * Returns whether the engine is still used; before it answers no it closes the gate, which opens
   * again when this process is gone.
   */
  private static boolean isWanted(EngineFolder folder, FileChannel gate) throws IOException {
    if (!Files.isDirectory(folder.usersFolder())) {
      // A user has deleted the folder.
      return false;
    }
    if (Files.exists(folder.stay())) {
      return true;
    }
    FileLock closed = gate.tryLock();
    if (closed == null) {
      // Another command is about to take a lease.
      return true;
    }
    if (folder.users().count() > 0) {
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
