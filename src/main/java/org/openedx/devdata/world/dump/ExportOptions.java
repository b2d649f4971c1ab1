package org.openedx.devdata.world.dump;

/**
 * Exports of a site that differ from site to site.
 *
 * @param pii whether tables that say who learners are (profiles, external ids) are filled
 * @param videoTimes whether blocks of videos have start and end times, as platform-plugin-aspects
 *     writes from 2.1.0 on
 */
public record ExportOptions(boolean pii, boolean videoTimes) {

  /** Exports of a site that says nothing: as Aspects 6.1 runs the plug-in, with all learners. */
  public static final ExportOptions DEFAULT = new ExportOptions(true, false);
}
