package org.openedx.devdata.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network between clients and a test server, for unencrypted connections. */
abstract class LoopbackProxy implements Closeable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String host;
  private final int port;

  LoopbackProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
  }

  /** The port on which it listens. */
  public final int port() {
    return listener.getLocalPort();
  }

  /** Accepts connections from now on. */
  final void start() {
    start(this::accept);
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, getClass().getSimpleName());
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(host, port);
        start(() -> requests(client, server));
        start(() -> answers(server, client));
      }
    } catch (IOException closed) {
      return; // The test is over.
    }
  }

  /** Passes on what a client sends, in a thread of its own. */
  abstract void requests(Socket client, Socket server);

  /** Passes on what the server sends, in a thread of its own. */
  abstract void answers(Socket server, Socket client);

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
