package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A network between devdata and a test server that breaks in the middle of what one side says. For
 * unencrypted connections.
 */
public final class LimitedProxy extends LoopbackProxy {

  /** Side whose bytes are counted. */
  public enum Side {
    CLIENT,
    SERVER
  }

  private final AtomicLong said = new AtomicLong();
  private final Side side;
  private final long maximum;

  /**
   * @param maximum bytes that the side can say on all connections together
   */
  public LimitedProxy(String host, int port, Side side, long maximum) throws IOException {
    super(host, port);
    this.side = side;
    this.maximum = maximum;
    start();
  }

  /** Bytes that the side has said. */
  public long said() {
    return said.get();
  }

  @Override
  void requests(Socket client, Socket server) {
    pass(client, server, side == Side.CLIENT);
  }

  @Override
  void answers(Socket server, Socket client) {
    pass(server, client, side == Side.SERVER);
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
}
