package org.openedx.devdata.jdbc;

import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.net.TlsRefusal;

/** Connections that could not be opened, or have ended, and the reason in words. Stateless. */
final class LostConnection {

  /**
   * Beginnings of the driver's messages for every such connection, and for later requests to it.
   */
  private static final List<String> WORDS =
      List.of(
          "Communications link failure",
          "Can not read response from server",
          "No operations allowed after");

  /** Errors of servers and clients that come with other states. */
  private static final Set<Integer> NUMBERS = Set.of(2003, 2006, 2013);

  private LostConnection() {}

  static boolean is(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTransientConnectionException
        || NUMBERS.contains(failure.getErrorCode())
        || state != null && state.startsWith("08")
        || isOfDriver(String.valueOf(failure.getMessage()));
  }

  /**
   * Returns whether something else than MySQL has answered while a connection was opened: the
   * driver found no packets of its protocol, and no error of a server in them.
   */
  static boolean isOfAnotherProtocol(SQLException failure) {
    return failure instanceof PacketTooBigException
        || failure.getErrorCode() == 0 && !is(failure) && isOfPackets(failure);
  }

  private static boolean isOfPackets(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (Arrays.stream(cause.getStackTrace())
          .anyMatch(place -> place.getClassName().startsWith("com.mysql.cj.protocol."))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfDriver(String message) {
    return WORDS.stream().anyMatch(message::startsWith);
  }

  /**
   * Describes the failure and what to do.
   *
   * @param said the first line of its message
   */
  static String sentence(String said, SQLException failure) {
    String what = isOfDriver(said) ? "the connection failed" : said;
    Optional<String> tls = TlsRefusal.of(failure);
    return tls.isPresent()
        ? what + ": " + tls.get()
        : what
            + reason(failure)
            + "; is the server up and the address right? (--wait SECONDS waits for it)";
  }

  /** The failure of the network: the driver only says that its link failed. */
  private static String reason(SQLException failure) {
    String reason = "";
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return ": the host name is unknown";
      }
      if (cause instanceof EOFException) {
        reason = ": it was closed by the server, or by what stands between";
      } else if (cause instanceof SocketTimeoutException
          && String.valueOf(cause.getMessage()).contains("Read")) {
        reason = ": it is open there, and nothing answered in time";
      } else if (cause instanceof SocketException || cause instanceof SocketTimeoutException) {
        reason = ": " + SqlFailures.firstLine(cause.getMessage());
      }
    }
    return reason;
  }
}
