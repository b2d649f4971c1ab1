package org.openedx.devdata.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A network between devdata and a test server that breaks in the middle of what one side says. For
 * unencrypted connections.
 */
public final class LimitedProxy implements Closeable {

  /** Side whose bytes are counted. */
  public enum Side {
    CLIENT,
    SERVER
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicLong said = new AtomicLong();
  private final String host;
  private final int port;
  private final Side side;
  private final long maximum;

  /**
   * @param maximum bytes that the side can say on all connections together
   */
  public LimitedProxy(String host, int port, Side side, long maximum) throws IOException {
    this.host = host;
    this.port = port;
    this.side = side;
    this.maximum = maximum;
    start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Bytes that the side has said. */
  public long said() {
    return said.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "limited-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(host, port);
        start(() -> pass(client, server, side == Side.CLIENT));
        start(() -> pass(server, client, side == Side.SERVER));
      }
    } catch (IOException closed) {
      return; // The test is over.
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        long before = counted ? said.getAndAdd(count) : 0;
        int passed = counted ? (int) Math.max(0, Math.min(count, maximum - before)) : count;
        out.write(buffer, 0, passed);
        if (passed < count) {
          return;
        }
      }
    } catch (IOException cut) {
      return; // The other direction was cut.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
