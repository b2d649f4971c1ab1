package org.openedx.devdata.jdbc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Distinguishes servers on this machine from others, by what a host's name resolves to and never by
 * how it is written: {@code 127.evil.example} is a name that any person may own. Stateless.
 */
public final class ThisMachine {

  private ThisMachine() {}

  /** Its name; {@code localhost} where it knows none. */
  public static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /**
   * Returns whether all addresses of a host are loopback addresses; not so for a name that is
   * unknown.
   *
   * @param host a name or an address, IPv6 with or without brackets; null and empty are no host
   */
  public static boolean is(String host) {
    if (host == null || host.isBlank()) {
      return false;
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
