package org.openedx.devdata.jdbc.clickhouse;

import java.util.Set;
import org.openedx.devdata.net.ShownBody;
import org.openedx.devdata.net.WebAnswer;

/** Failures in words: which server, what it said or did, what to do. Stateless. */
final class ClickHouseFailure {

  /** States of a web server that may pass. */
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);

  private ClickHouseFailure() {}

  /** An error of the server itself. */
  static ClickHouseException refused(ClickHouseSettings settings, int code, String said) {
    String text = said.strip();
    if (ClickHouseException.isLogin(code)) {
      String reason = text.lines().findFirst().orElse("no reason given");
      return new ClickHouseException(
          code,
          "%s refused the login: %s; check user and password".formatted(settings.label(), reason),
          false,
          null);
    }
    return new ClickHouseException(
        code,
        "%s refused: %s".formatted(settings.label(), text),
        ClickHouseException.isPassing(code, text),
        null);
  }

  /** A ClickHouse that says neither that it has done something nor why it has not. */
  static ClickHouseException odd(ClickHouseSettings settings, int status, String said) {
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s answered %d: %s; see its log".formatted(settings.label(), status, ShownBody.of(said)),
        mayPass(status),
        null);
  }

  /** Something else at its address. */
  static ClickHouseException notClickHouse(
      ClickHouseSettings settings, WebAnswer answer, String said) {
    String leads = answer.header("Location").map(" and leads to '%s'"::formatted).orElse("");
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s answered %d with %s%s: that is not ClickHouse; check host and port, and what stands between"
            .formatted(settings.label(), answer.status(), ShownBody.of(said), leads),
        mayPass(answer.status()),
        null);
  }

  /** An answer without its end, or with something that does not belong there. */
  static ClickHouseException cut(ClickHouseSettings settings, String text) {
    String what = text.isBlank() ? "is not whole" : "does not end as it should: ..." + tail(text);
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "the answer of %s %s; run again, and see what stands between"
            .formatted(settings.label(), what),
        true,
        null);
  }

  /** Fewer rows written than were sent. */
  static ClickHouseException incomplete(ClickHouseSettings settings, String written, long sent) {
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s says that it has written %s of %,d rows; see its log"
            .formatted(settings.label(), written, sent),
        true,
        null);
  }

  /** No answer. */
  static ClickHouseException unreachable(ClickHouseSettings settings, Exception failure) {
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s cannot be reached: %s; check that it runs and that host, port and TLS are right"
            .formatted(settings.label(), failure.getMessage()),
        true,
        failure);
  }

  static ClickHouseException interrupted(ClickHouseSettings settings, InterruptedException e) {
    return new ClickHouseException(
        ClickHouseException.NO_ANSWER,
        "%s: interrupted before it answered".formatted(settings.label()),
        false,
        e);
  }

  private static boolean mayPass(int status) {
    return status == 200 || status >= 500 || BUSY.contains(status);
  }

  private static String tail(String text) {
    String shown = ShownBody.of(text);
    return shown.substring(Math.max(0, shown.length() - 100));
  }
}
