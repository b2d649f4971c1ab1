package org.openedx.devdata.answers.life;

import java.util.Arrays;

/**
 * Number of times that each second of a video was watched. Mutable, not thread-safe; used again.
 */
public final class Views {

  /** Views of each second; while stretches are added, changes from one to the next. */
  private int[] views = new int[1_024];

  private int end;
  private int seconds;
  private int distinct;
  private int greatest;

  void clear() {
    Arrays.fill(views, 0, Math.min(views.length, end + 2), 0);
    end = 0;
  }

  void add(int from, int to) {
    if (to + 2 > views.length) {
      views = Arrays.copyOf(views, Math.max(views.length * 2, to + 2));
    }
    views[from + 1]++;
    views[to + 1]--;
    end = Math.max(end, to);
  }

  void sum() {
    seconds = 0;
    distinct = 0;
    greatest = 0;
    int now = 0;
    for (int second = 1; second <= end; second++) {
      now += views[second];
      views[second] = now;
      seconds += now;
      distinct += now > 0 ? 1 : 0;
      greatest = Math.max(greatest, now);
    }
  }

  /** The last second that was watched. */
  public int end() {
    return end;
  }

  /** Views of a second, from 1. */
  public int of(int second) {
    return views[second];
  }

  /** Seconds watched, each as often as it was. */
  public int seconds() {
    return seconds;
  }

  /** Seconds that were watched at all. */
  public int distinct() {
    return distinct;
  }

  /** Views of the second that was watched most often. */
  public int greatest() {
    return greatest;
  }
}
