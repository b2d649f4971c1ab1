package org.openedx.devdata.embedded.clickhouse.http;

import java.util.Set;

/** The HTTP status for an error code of ClickHouse, as a server chooses it. */
final class ErrorStatus {

  /** Values that cannot be read, statements that make no sense. */
  private static final Set<Integer> BAD_REQUEST =
      Set.of(6, 15, 25, 26, 27, 36, 38, 41, 44, 53, 62, 72, 117, 167, 168, 321, 376, 427);

  /** Unknown functions, identifiers, types, tables, databases, settings, formats ... */
  private static final Set<Integer> NOT_FOUND =
      Set.of(46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 336);

  private ErrorStatus() {}

  static int of(int code) {
    if (BAD_REQUEST.contains(code)) {
      return 400;
    }
    if (NOT_FOUND.contains(code)) {
      return 404;
    }
    return switch (code) {
      case 159 -> 408;
      case 229 -> 413;
      case 48 -> 501;
      case 209, 439 -> 503;
      case 497, 516 -> 403;
      default -> 500;
    };
  }
}
