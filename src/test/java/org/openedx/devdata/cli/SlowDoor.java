package org.openedx.devdata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server and slams the door on the first callers, as one that starts up does. */
final class SlowDoor implements AutoCloseable {

  private final ServerSocket door;
  private final String host;
  private final int port;
  private int slams;

  SlowDoor(String host, int port, int slams) throws IOException {
    this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.host = host;
    this.port = port;
    this.slams = slams;
    start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = door.accept();
        if (slams-- > 0) {
          caller.close();
        } else {
          Socket server = new Socket(host, port);
          start(() -> copy(caller, server));
          start(() -> copy(server, caller));
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "door");
    thread.setDaemon(true);
    thread.start();
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException ended) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
