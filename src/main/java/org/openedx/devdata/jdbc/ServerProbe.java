package org.openedx.devdata.jdbc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Finds out cheaply whether anything listens where a database should be. Stateless. */
public final class ServerProbe {

  private static final int PATIENCE_MILLIS = 5_000;

  private ServerProbe() {}

  /** Returns whether a connection can be made; nothing is said on it. */
  public static boolean answers(ConnectionSettings settings) {
    return answers(MySqlUrl.address(settings.url()));
  }

  /** The same for an address. */
  public static boolean answers(InetSocketAddress address) {
    if (address.isUnresolved()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
