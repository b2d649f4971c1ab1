package org.openedx.devdata.cli.aspects;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.DerivedTables;
import org.openedx.devdata.service.aspects.derived.TimerGap;

/**
 * Advice to a user after a load into a site where dbt has run. Stateless.
 *
 * @param server the site's
 * @param names what it has named its databases
 */
public record LoadedSite(ClickHouse server, AspectsNames names) {

  /**
   * Sentences, each with what to do.
   *
   * @param slice the part that was loaded
   * @param late whether rows that statements refer to came after statements
   */
  public List<String> warnings(Slice slice, boolean late) {
    List<String> warnings = new ArrayList<>();
    if (DerivedTables.readEverywhere(server, names).steps().isEmpty()) {
      return warnings;
    }
    if (late) {
      warnings.add(
          "rows that statements refer to came after them, which the derived tables do not notice; `devdata aspects rebuild` makes them again");
    } else if (!slice.equals(Slice.WHOLE)) {
      warnings.add(
          "a slice has only some of the rows that its statements refer to, and the triggers of this site keep what they find; `devdata aspects rebuild` after the last slice");
    }
    TimerGap.warning(server, names).ifPresent(warnings::add);
    return warnings;
  }
}
