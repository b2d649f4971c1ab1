package org.openedx.devdata.answers.life;

import java.util.Arrays;

/** Stretches of videos, in whole seconds: a stretch from a to b has the seconds a + 1 to b. */
final class Stretches {

  private static final int FIRST_ROOM = 64;

  private int count;
  private int[] videos = new int[FIRST_ROOM];
  private int[] from = new int[FIRST_ROOM];
  private int[] to = new int[FIRST_ROOM];

  void clear() {
    count = 0;
  }

  /** Adds a stretch, unless it has no second. */
  void add(int video, int begin, int end) {
    if (end <= begin) {
      return;
    }
    if (count == videos.length) {
      videos = Arrays.copyOf(videos, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
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
    for (int i = 0; i < count; i++) {
      if (videos[i] == video) {
        target.add(from[i], to[i]);
      }
    }
    target.sum();
  }
}
