package org.openedx.devdata.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A network between devdata and a test server that breaks as soon as the client says certain words.
 * Takes one connection; for unencrypted ones.
 */
public final class CuttingProxy implements Closeable {

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final String words;

  /**
   * @param words what the client must not finish to say, ASCII
   */
  public CuttingProxy(String host, int port, String words) throws IOException {
    this.host = host;
    this.port = port;
    this.words = words;
    this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void serve() {
    try (Socket client = listener.accept();
        Socket server = new Socket(host, port)) {
      Thread answers = new Thread(() -> pass(server, client, false), "cutting-proxy-answers");
      answers.setDaemon(true);
      answers.start();
      pass(client, server, true);
    } catch (IOException closed) {
      return; // The test is over.
    }
  }

  private void pass(Socket from, Socket to, boolean listening) {
    byte[] buffer = new byte[8192];
    String heard = "";
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        heard += new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
        if (listening && heard.contains(words)) {
          return;
        }
        heard = heard.substring(Math.max(0, heard.length() - words.length()));
        out.write(buffer, 0, count);
        out.flush();
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
