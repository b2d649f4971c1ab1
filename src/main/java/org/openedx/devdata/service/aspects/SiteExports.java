package org.openedx.devdata.service.aspects;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.world.raw.AspectsTable;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * Content of a site's own exports, as far as its rows show it: whether it keeps who its learners
 * are, a setting of the LMS that is off by default, and whether its blocks of videos have times.
 *
 * @param keepsLearners false where there are courses of others, and no learner at all
 * @param videoTimes whether a block has them
 */
public record SiteExports(boolean keepsLearners, boolean videoTimes) {

  private static final String NO_LEARNERS =
      "the site has courses but no profiles, as one without ASPECTS_ENABLE_PII, which empties user_profile and external_id at each init; ";

  /**
   * Reads a site.
   *
   * @param own keys of the courses that are about to be written, or have been by a run that was
   *     interrupted; they say nothing about the site
   */
  public static SiteExports read(ClickHouse clickhouse, AspectsNames names, Set<String> own) {
    LiveAspects live = LiveAspects.read(clickhouse, names);
    boolean learners =
        rows(live, names, AspectsTables.USER_PROFILE) > 0
            || rows(live, names, AspectsTables.EXTERNAL_ID) > 0;
    boolean times =
        rows(live, names, AspectsTables.COURSE_BLOCKS) > 0
            && !clickhouse
                .rows(
                    "SELECT 1 FROM %s WHERE xblock_data_json LIKE '%%\"video_start_time\"%%' LIMIT 1"
                        .formatted(names.of(AspectsTables.COURSE_BLOCKS).quoted()))
                .isEmpty();
    return new SiteExports(learners || !others(clickhouse, names, live, own), times);
  }

  private static boolean others(
      ClickHouse clickhouse, AspectsNames names, LiveAspects live, Set<String> own) {
    if (rows(live, names, AspectsTables.COURSE_OVERVIEWS) == 0) {
      return false;
    }
    // One more than the own ones cannot all be own.
    List<List<String>> keys =
        clickhouse.rows(
            "SELECT DISTINCT course_key FROM %s LIMIT %d"
                .formatted(names.of(AspectsTables.COURSE_OVERVIEWS).quoted(), own.size() + 1));
    return keys.stream().anyMatch(row -> !own.contains(row.get(0)));
  }

  private static long rows(LiveAspects live, AspectsNames names, AspectsTable table) {
    return live.find(names.of(table)).map(LiveAspects.LiveTable::rows).orElse(0L);
  }

  /** Options of exports: those that a user gives, or else the site's. */
  public ExportOptions options(Optional<Boolean> pii, Optional<Boolean> times) {
    return new ExportOptions(pii.orElse(keepsLearners), times.orElse(videoTimes));
  }

  /** A sentence about learners of whom the site keeps nothing; empty when it does, or may. */
  public Optional<String> warning(Optional<Boolean> pii) {
    if (keepsLearners || pii.equals(Optional.of(false))) {
      return Optional.empty();
    }
    return Optional.of(
        NO_LEARNERS
            + (pii.isPresent()
                ? "`pii: false` leaves them out"
                : "profiles and external ids are left out, too; `pii: true` writes them"));
  }
}
