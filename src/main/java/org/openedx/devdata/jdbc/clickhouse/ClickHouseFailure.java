package org.openedx.devdata.jdbc.clickhouse;

import java.util.Map;
import java.util.Set;
import org.openedx.devdata.net.ShownBody;
import org.openedx.devdata.net.WebAnswer;

/** Failures in words: which server, what it said or did, what to do. Stateless. */
final class ClickHouseFailure {

  /** States of a web server that may pass. */
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);

  private static final String LIMIT =
      "; raise that limit in the user's profile, or use another user";

  /** Remedies for errors by which a server limits a user. */
  private static final Map<Integer, String> REMEDIES =
      Map.ofEntries(
          Map.entry(158, LIMIT),
          Map.entry(159, LIMIT),
          Map.entry(160, LIMIT),
          Map.entry(191, LIMIT),
          Map.entry(241, LIMIT),
          Map.entry(307, LIMIT),
          Map.entry(396, LIMIT),
          Map.entry(201, "; wait until the quota's interval is over, or use another user"),
          Map.entry(164, "; the profile of this user allows reading only: use another user"),
          Map.entry(392, "; the profile of this user forbids it (allow_ddl): use another user"),
          Map.entry(
              ClickHouseException.SETTING_HELD_FAST,
              "; the profile of this user holds that setting fast: use another user"),
          Map.entry(
              ClickHouseException.ACCESS_DENIED, "; grant that to the user, or use another one"));

  private ClickHouseFailure() {}

  /** Returns whether an error of a server says what a user may not, or not do so much of. */
  static boolean limitsUser(int code) {
    return REMEDIES.containsKey(code);
  }

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
    String remedy = REMEDIES.getOrDefault(code, "");
    return new ClickHouseException(
        code,
        "%s refused: %s%s".formatted(settings.label(), text, remedy),
        ClickHouseException.isPassing(code, text),
        null);
  }

  /** A profile under which answers mean something else, and that the user may not change. */
  static ClickHouseException profile(ClickHouseSettings settings, String said) {
    return new ClickHouseException(
        ClickHouseException.SETTING_HELD_FAST,
        "%s: the profile of this user says %s, so that answers could be cut or mean something else, and the user may not change that (readonly = 1); take it out of the profile, or use another user"
            .formatted(settings.label(), said),
        false,
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
