package org.openedx.devdata.answers.life;

import java.util.Arrays;

/** Stretches of videos, in whole seconds: a stretch from a to b has the seconds a + 1 to b. */
final class Stretches {

  private static final int FIRST_ROOM = 64;

  private static final int NONE = -1;

  private int count;

  /** The last stretch of each video, and of each stretch the one of its video before it. */
  private final int[] last;

  private int[] before = new int[FIRST_ROOM];
  private int[] videos = new int[FIRST_ROOM];
  private int[] from = new int[FIRST_ROOM];
  private int[] to = new int[FIRST_ROOM];

  /**
   * @param videos how many there are
   */
  Stretches(int videos) {
    this.last = new int[videos];
  }

  void clear() {
    count = 0;
    Arrays.fill(last, NONE);
  }

  /** Adds a stretch, unless it has no second. */
  void add(int video, int begin, int end) {
    if (end <= begin) {
      return;
    }
    if (count == videos.length) {
      before = Arrays.copyOf(before, count * 2);
      videos = Arrays.copyOf(videos, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    before[count] = last[video];
    last[video] = count;
    videos[count] = video;
    from[count] = begin;
    to[count++] = end;
  }

  /** Notes the videos that have a stretch. */
  void note(Touched target) {
    for (int i = 0; i < count; i++) {
      target.note(videos[i]);
    }
  }

  /** Counts how often each second of a video is in a stretch. */
  void read(int video, Views target) {
    target.clear();
    for (int i = last[video]; i != NONE; i = before[i]) {
      target.add(from[i], to[i]);
    }
    target.sum();
  }
}
