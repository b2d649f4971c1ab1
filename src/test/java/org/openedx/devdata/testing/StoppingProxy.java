package org.openedx.devdata.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between a client of many connections and a test server, which all end at once after a
 * number of packets, as they do when the client is killed. For unencrypted connections.
 */
public final class StoppingProxy extends LoopbackProxy {

  private final int maximum;
  private final AtomicInteger packets = new AtomicInteger();
  private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();

  /**
   * @param maximum number of packets that the client may send
   */
  public StoppingProxy(String host, int port, int maximum) throws IOException {
    super(host, port);
    this.maximum = maximum;
    start();
  }

  /** Number of packets that the client has sent. */
  public int packets() {
    return packets.get();
  }

  @Override
  void requests(Socket client, Socket server) {
    sockets.add(client);
    sockets.add(server);
    try {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = server.getOutputStream();
      byte[] header = new byte[4];
      while (true) {
        in.readFully(header);
        byte[] packet =
            new byte[header[0] & 0xff | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16];
        in.readFully(packet);
        if (packets.incrementAndGet() > maximum) {
          close();
          return;
        }
        out.write(header);
        out.write(packet);
        out.flush();
      }
    } catch (IOException ended) {
      end(client, server);
    }
  }

  @Override
  void answers(Socket server, Socket client) {
    try {
      InputStream in = server.getInputStream();
      in.transferTo(client.getOutputStream());
    } catch (IOException ended) {
      // The client has gone.
    }
    end(client, server);
  }

  private static void end(Socket client, Socket server) {
    try (client;
        server) {
      client.shutdownInput();
    } catch (IOException ended) {
      return; // It was closed already.
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
