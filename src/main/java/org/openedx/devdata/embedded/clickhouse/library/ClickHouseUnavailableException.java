package org.openedx.devdata.embedded.clickhouse.library;

/**
 * The embedded ClickHouse cannot run here: no library for this machine, no npm to fetch it with, a
 * folder that is in use. The message is one line and says what to do.
 */
public final class ClickHouseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClickHouseUnavailableException(String message) {
    super(message);
  }

  public ClickHouseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
