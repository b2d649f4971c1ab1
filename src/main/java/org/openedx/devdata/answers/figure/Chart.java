package org.openedx.devdata.answers.figure;

/** Chart, or several that show the same figures. What it counts, its kind says. */
public sealed interface Chart permits RunChart, LearnerChart, WorldChart {

  /** The table of its figures. */
  AnswerTable table();

  /**
   * Queries for the same rows in the reporting tables of a site; none when no table of a site has
   * them.
   */
  default SiteQuery site() {
    return SiteQuery.NONE;
  }
}
