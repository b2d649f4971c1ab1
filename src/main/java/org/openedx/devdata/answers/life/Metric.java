package org.openedx.devdata.answers.life;

import java.util.Locale;

/** Kinds of item of a subsection that learners come through. */
public enum Metric {
  PAGES("No pages viewed yet", "At least one page viewed", "All pages viewed"),
  PROBLEMS("No problems attempted yet", "At least one problem attempted", "All problems attempted"),
  VIDEOS("No videos viewed yet", "At least one video viewed", "All videos viewed");

  private final String key = name().toLowerCase(Locale.ROOT);
  private final String none;
  private final String some;
  private final String all;

  Metric(String none, String some, String all) {
    this.none = none;
    this.some = some;
    this.all = all;
  }

  /** Its name in tables. */
  public String key() {
    return key;
  }

  /** The words of reports for so many of all items. */
  public String status(int done, int total) {
    return done == 0 ? none : done == total ? all : some;
  }

  /** Number of such items that a sequential holds. */
  public int total(RunFacts run, int sequential) {
    return switch (this) {
      case PAGES -> run.units(sequential);
      case PROBLEMS -> run.problems(sequential);
      case VIDEOS -> run.videos(sequential);
    };
  }
}
