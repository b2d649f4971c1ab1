package org.openedx.devdata.jdbc.clickhouse;

import java.util.Set;
import org.openedx.devdata.jdbc.DatabaseException;

/** ClickHouse could not be reached, or refused a statement. Exit code 1. */
public final class ClickHouseException extends DatabaseException {

  /** The code when no server has answered. */
  public static final int NO_ANSWER = 0;

  public static final int TOO_MANY_PARTS = 252;

  /**
   * Codes of states that pass: time-outs, networks, memory, too many queries or parts, a replica or
   * keeper that is not there, a server that is going down.
   */
  private static final Set<Integer> PASSING =
      Set.of(159, 202, 209, 210, 236, 241, 242, 243, TOO_MANY_PARTS, 279, 285, 319, 439, 745, 999);

  /** Error code of a server that has met an error of an object store. */
  private static final int S3_ERROR = 499;

  /** Unknown user, wrong or missing password, and since 2020 one code for all of them. */
  private static final Set<Integer> LOGIN = Set.of(192, 193, 194, 516);

  /** A setting that the user's profile does not let it change. */
  static final int SETTING_HELD_FAST = 452;

  static final int ACCESS_DENIED = 497;

  /** Any setting of a read-only user, or one that the profile holds fast. */
  private static final Set<Integer> SETTINGS = Set.of(164, SETTING_HELD_FAST);

  private static final long serialVersionUID = 1L;

  private final int code;
  private final boolean transientFault;

  ClickHouseException(int code, String message, boolean transientFault, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.transientFault = transientFault;
  }

  /**
   * Returns whether the user may not change a setting that came with the statement, which has not
   * run.
   */
  boolean isOfSettings() {
    return SETTINGS.contains(code) && getMessage().contains("etting");
  }

  /** Returns whether a server's answer means "later" rather than "never". */
  static boolean isPassing(int code, String message) {
    // The same code as too many parts, but the batch's own fault.
    return PASSING.contains(code) && !message.contains("Too many partitions for single INSERT");
  }

  /** Returns whether a file that the server was to read from an object store is not there. */
  public boolean isMissingFile() {
    return code == S3_ERROR
        && getMessage().matches("(?is).*(\\b404\\b|NoSuchKey|key does not exist|not found).*");
  }

  /** Returns whether another user could have had that: one with more rights, or wider limits. */
  public boolean isOfUser() {
    return ClickHouseFailure.limitsUser(code);
  }

  /** Returns whether the user lacks a right. */
  public boolean isDenied() {
    return code == ACCESS_DENIED;
  }

  /** Returns whether user and password are at fault. */
  static boolean isLogin(int code) {
    return LOGIN.contains(code);
  }

  /** ClickHouse's error code, or {@link #NO_ANSWER}. */
  public int code() {
    return code;
  }

  /** The same with another message, such as one without the statement. */
  public ClickHouseException with(String message) {
    return new ClickHouseException(code, message, transientFault, null);
  }

  /** Returns whether the same statement may succeed a little later. */
  public boolean isTransient() {
    return transientFault;
  }
}
