package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.SiteExports;
import org.openedx.devdata.service.aspects.derived.TimerGap;
import org.openedx.devdata.spec.Amount;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.world.keys.WorldKeys;

/**
 * Warnings for a user about a site and a spec.
 *
 * @param server the site's
 * @param names what it has named its databases
 * @param spec what is loaded
 * @param listener hears it
 */
record StoreWarnings(
    ClickHouse server, AspectsNames names, ServiceSpec spec, RunListener listener) {

  /**
   * Courses that the reports cannot read.
   *
   * @param keys theirs
   */
  void leftOut(List<String> keys) {
    if (!keys.isEmpty()) {
      listener.warning(
          "left out %,d of the LMS's courses, such as %s: the reports read only %s"
              .formatted(keys.size(), Shown.quoted(keys.get(0)), AspectsChecks.READABLE));
    }
  }

  /** Profiles that the site does not keep. */
  void ofProfiles(SiteExports site) {
    site.warning(spec.settings().bool(WorldKeys.PII)).ifPresent(listener::warning);
  }

  /**
   * Statements of these learners that are not of this spec.
   *
   * @param described how many are
   */
  void others(AspectsWorld world, long described) {
    long others = new OtherStatements(server, names).besides(world.world().learners(), described);
    if (others > 0) {
      listener.warning(
          "%s of these learners came from an earlier version of this spec, or from the site itself; `devdata reset` with that version removes its own"
              .formatted(Amount.of(others, "statement")));
    }
  }

  /** Statements that timers do not look back to. */
  void ofTimers() {
    TimerGap.warning(server, names).ifPresent(listener::warning);
  }
}
