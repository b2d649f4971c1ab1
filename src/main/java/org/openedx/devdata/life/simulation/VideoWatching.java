package org.openedx.devdata.life.simulation;

import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.random.Quantile;
import org.openedx.devdata.world.BlockType;

/**
 * Playing of videos, in real time: how far, with which pauses and jumps (learner-behaviour.md 4).
 * Stateless but for its visit.
 */
final class VideoWatching {

  private static final double LOST_AT_ONCE = 0.17;
  private static final double COMPLETES = 0.95;
  private static final int SHORT = 180_000;
  private static final int LONG = 720_000;
  private static final int STEP = 200_000;
  private static final int CAPTIONS_AT = 1_600;

  private final Visit visit;

  VideoWatching(Visit visit) {
    this.visit = visit;
  }

  /**
   * Watches a video.
   *
   * @param bits choose all of it
   */
  void watch(int video, long bits) {
    int length = visit.shape().length(video);
    int end = reaches(length, bits);
    int speed = visit.life().traits().videoSpeed();
    visit.pass(1.5, 0.6, Draw.of(bits, 0));
    visit.log(EventType.VIDEO_LOADED, video, 0, 0, end, 0);
    visit.pass(2.5, 0.8, Draw.of(bits, 1));
    if (speed != 100 && Draw.chance(Draw.of(bits, 3), 0.15)) {
      visit.log(EventType.SPEED_CHANGED, video, 100, speed);
      visit.pass(1);
    }
    visit.log(EventType.PLAYED, video, 0);
    int position = 0;
    if (visit.life().traits().captions() && Draw.chance(Draw.of(bits, 2), 0.08)) {
      position = Math.min(end, CAPTIONS_AT);
      run(0, position);
      visit.log(EventType.CAPTIONS_SHOWN, video, position);
    }
    position = play(video, length, position, end, bits);
    if (position >= length) {
      visit.log(EventType.STOPPED, video, length);
    } else if (Draw.chance(Draw.of(bits, 4), 0.62)) {
      visit.log(EventType.PAUSED, video, position);
    } else if (Draw.chance(Draw.of(bits, 5), 0.4)) {
      visit.log(EventType.STOPPED, video, position);
    }
    visit.pass(2, 0.7, Draw.of(bits, 6));
  }

  /** The position at which the learner has had enough: the shorter the video, the later. */
  private int reaches(int length, long bits) {
    double unit = Draw.unit(Draw.of(bits, 8));
    if (unit < LOST_AT_ONCE) {
      return 1_000 + (int) (0.03 * length * Draw.unit(Draw.of(bits, 9)));
    }
    double span = Math.max(0, Math.min(1, (double) (length - SHORT) / (LONG - SHORT)));
    double finishes = 0.82 - 0.62 * Math.sqrt(span) + 0.06 * visit.life().traits().diligence();
    if (Draw.chance(Draw.of(bits, 10), finishes)) {
      return length;
    }
    // About as many minutes whatever the length is.
    double minutes = Powers.logNormal(Draw.of(bits, 11), 4.2, 0.8);
    return (int) Math.min(0.93 * length, 0.03 * length + minutes * 60_000);
  }

  /** Plays until a position, with pauses and jumps; the position that is reached. */
  private int play(int video, int length, int begin, int end, long bits) {
    int position = begin;
    boolean completed = false;
    for (int step = 0; position < end; step++) {
      long choice = Draw.of(bits, 32 + step);
      int stretch = (int) Quantile.exponential(Draw.unit(Draw.of(choice, 0)), STEP);
      int next = Math.min(end, position + 3_000 + stretch);
      int threshold = (int) Math.ceil(COMPLETES * length);
      if (!completed && position < threshold && next >= threshold) {
        run(position, threshold);
        visit.log(EventType.VIDEO_COMPLETED, video, threshold);
        visit.log(EventType.BLOCK_COMPLETED, video, BlockType.VIDEO.ordinal());
        completed = true;
        run(threshold, next);
      } else {
        run(position, next);
      }
      position = next;
      if (position < end) {
        position = interrupt(video, length, position, choice);
      }
    }
    return position;
  }

  private void run(int from, int to) {
    visit.pass((to - from) / 1_000.0 * 100 / visit.life().traits().videoSpeed());
  }

  /** A pause or a jump, now and then; the position at which playing goes on. */
  private int interrupt(int video, int length, int position, long choice) {
    double kind = Draw.unit(Draw.of(choice, 1));
    if (kind < 0.55) {
      visit.log(EventType.PAUSED, video, position);
      double atOnce = visit.life().persona().atOnce();
      if (atOnce == 0 || !Draw.chance(Draw.of(choice, 5), atOnce)) {
        visit.pass(14, 1.3, Draw.of(choice, 2));
      }
      visit.log(EventType.PLAYED, video, position);
      return position;
    }
    double far = Powers.logNormal(Draw.of(choice, 3), 12_000, 0.8);
    boolean back = Draw.chance(Draw.of(choice, 4), 0.66);
    int target = (int) Math.max(0, Math.min(0.9 * length, position + (back ? -far : 2 * far)));
    visit.log(EventType.SEEKED, video, position, target);
    visit.pass(0.8, 0.5, Draw.of(choice, 2));
    visit.log(EventType.PLAYED, video, target);
    return target;
  }
}
