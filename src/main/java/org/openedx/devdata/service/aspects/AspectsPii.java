package org.openedx.devdata.service.aspects;

import java.util.Optional;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Whether a site seems to keep who its learners are. That is a setting of the LMS, off by default,
 * and cannot be read in ClickHouse. Stateless.
 */
public final class AspectsPii {

  private AspectsPii() {}

  /** A sentence for the user who is about to write profiles where the site has none of its own. */
  public static Optional<String> warning(ClickHouse clickhouse, AspectsNames names) {
    LiveAspects live = LiveAspects.read(clickhouse, names);
    boolean used = rows(live, names, AspectsTables.COURSE_OVERVIEWS) > 0;
    boolean empty =
        rows(live, names, AspectsTables.USER_PROFILE) == 0
            && rows(live, names, AspectsTables.EXTERNAL_ID) == 0;
    return used && empty
        ? Optional.of(
            "the site has courses but no profiles, as one without ASPECTS_ENABLE_PII, which empties user_profile and external_id at each init; `pii: false` leaves them out")
        : Optional.empty();
  }

  private static long rows(LiveAspects live, AspectsNames names, AspectsTable table) {
    return live.find(names.of(table)).map(LiveAspects.LiveTable::rows).orElse(0L);
  }
}
