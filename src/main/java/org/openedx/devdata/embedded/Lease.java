package org.openedx.devdata.embedded;

/**
 * The right to use a running server until closed. When the last lease of all processes is closed,
 * the server ends, unless it was started to stay. A process that dies loses its leases.
 *
 * <p>Thread-safe; closing twice does nothing, and the second waits for the first.
 */
public final class Lease implements AutoCloseable {

  private final ServerEndpoint endpoint;
  private final Runnable release;
  private boolean closed;

  public Lease(ServerEndpoint endpoint, Runnable release) {
    this.endpoint = endpoint;
    this.release = release;
  }

  /** Endpoint of the server. */
  public ServerEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
