package org.openedx.devdata.service.aspects.derived;

import java.util.function.Consumer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/**
 * Has the server read again what it keeps as a whole.
 *
 * @param clickhouse the site's server
 * @param names what the site has named its databases
 * @param progress is given a line for each
 */
record Refresh(ClickHouse clickhouse, AspectsNames names, Consumer<String> progress) {

  private static final int ACCESS_DENIED = 497;

  /**
   * Reloads a dictionary, or refreshes a table and waits for that.
   *
   * @throws ClickHouseException when the server refuses it, or the refresh fails
   */
  void run(Derived derived) {
    try {
      if (derived.kind() == Kind.DICTIONARY) {
        progress.accept("reloading dictionary " + derived.name());
        clickhouse.run(
            "SYSTEM RELOAD DICTIONARY" + names.onCluster() + " " + derived.name().quoted());
      } else {
        progress.accept("refreshing " + derived.name());
        clickhouse.run("SYSTEM REFRESH VIEW " + derived.view().quoted());
        clickhouse.run("SYSTEM WAIT VIEW " + derived.view().quoted());
      }
    } catch (ClickHouseException e) {
      throw e.with(
          e.code() == ACCESS_DENIED
              ? "%s; until it is read again, statements get the names of courses and blocks that it had; use the user that may (ch_admin)"
                  .formatted(e.getMessage())
              : e.getMessage().replaceFirst("(?s), Stack trace \\(when copying.*", ""));
    }
  }
}
