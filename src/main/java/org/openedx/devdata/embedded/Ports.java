package org.openedx.devdata.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback address. What is free now may be taken in the next moment. */
public final class Ports {

  private static final int ANSWER_MILLIS = 1000;

  private Ports() {}

  /** Finds a free one. */
  public static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns whether a server could listen there. */
  public static boolean isFree(int port) {
    if (port == 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a port in TIME_WAIT counts as free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Returns whether a server is there that speaks first, as MySQL's protocol has it. */
  public static boolean greets(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Says that a port cannot be had. */
  public static String taken(int port) {
    return "port " + port + " of 127.0.0.1 is taken: choose another one, or 0 for any free port";
  }
}
