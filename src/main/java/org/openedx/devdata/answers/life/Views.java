package org.openedx.devdata.answers.life;

import java.util.Arrays;

/**
 * Number of times that each second of a video was watched, as steps: seconds from which on it is
 * another one. Mutable, not thread-safe; used again.
 */
public final class Views {

  /** Seconds of the steps, the least first. */
  private int[] from = new int[16];

  /** Views from each step on; while stretches are added, changes. */
  private int[] views = new int[16];

  private int steps;
  private int seconds;
  private int distinct;
  private int greatest;

  void clear() {
    steps = 0;
  }

  /** Adds a stretch that ends with a second and begins after another. */
  void add(int after, int to) {
    change(after + 1, 1);
    change(to + 1, -1);
  }

  private void change(int second, int by) {
    int at = steps;
    while (at > 0 && from[at - 1] > second) {
      at--;
    }
    if (at > 0 && from[at - 1] == second) {
      views[at - 1] += by;
      return;
    }
    if (steps == from.length) {
      from = Arrays.copyOf(from, steps * 2);
      views = Arrays.copyOf(views, steps * 2);
    }
    System.arraycopy(from, at, from, at + 1, steps - at);
    System.arraycopy(views, at, views, at + 1, steps - at);
    from[at] = second;
    views[at] = by;
    steps++;
  }

  void sum() {
    seconds = 0;
    distinct = 0;
    greatest = 0;
    int now = 0;
    for (int step = 0; step < steps; step++) {
      int before = step == 0 ? 0 : from[step] - from[step - 1];
      seconds += now * before;
      distinct += now > 0 ? before : 0;
      now += views[step];
      views[step] = now;
      greatest = Math.max(greatest, now);
    }
  }

  /** Number of steps; after the last one there are no views. */
  public int steps() {
    return steps;
  }

  /** The second of a step, from 1. */
  public int from(int step) {
    return from[step];
  }

  /** Views of each second from a step on, until the next. */
  public int of(int step) {
    return views[step];
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
