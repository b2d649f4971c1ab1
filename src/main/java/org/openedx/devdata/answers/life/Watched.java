package org.openedx.devdata.answers.life;

import java.util.Arrays;
import org.openedx.devdata.life.event.LifeLog;

/**
 * Videos that a learner has opened, as reports see them (each play with the next event of the
 * video) and as they were really played. Mutable; of the life that is looked at.
 */
public final class Watched implements Digest {

  private static final int NONE = -1;
  private static final int MILLIS = 1_000;

  private final RunFacts run;
  private final Touched opened = new Touched();
  private final Touched seen = new Touched();

  /** Positions in milliseconds of plays that have not ended; {@link #NONE} without one. */
  private final int[] shown;

  private final int[] played;

  /** Position at which the learner has had enough of a video. */
  private final int[] enough;

  private final Stretches shownStretches;
  private final Stretches playedStretches;

  Watched(RunFacts run, int videos) {
    this.run = run;
    this.shown = new int[videos];
    this.played = new int[videos];
    this.enough = new int[videos];
    this.shownStretches = new Stretches(videos);
    this.playedStretches = new Stretches(videos);
  }

  @Override
  public void clear() {
    opened.clear();
    Arrays.fill(shown, NONE);
    Arrays.fill(played, NONE);
    shownStretches.clear();
    playedStretches.clear();
  }

  @Override
  public void see(LifeLog log, int event) {
    int video = log.block(event);
    int position = log.first(event);
    switch (log.type(event)) {
      case VIDEO_LOADED -> {
        leave(video);
        opened.note(video);
        enough[video] = log.third(event);
      }
      case PLAYED -> {
        show(video, position);
        leave(video);
        shown[video] = position;
        played[video] = position;
      }
      case PAUSED, SEEKED, STOPPED -> {
        show(video, position);
        play(video, position);
      }
      case VIDEO_COMPLETED -> show(video, run.shape().length(video));
      default -> {
        // Ends no play.
      }
    }
  }

  /** Ends the lives' last plays, of which no event says how far they went. */
  void end() {
    for (int video : opened.all()) {
      leave(video);
    }
    seen.clear();
    shownStretches.note(seen);
  }

  private void leave(int video) {
    play(video, Math.max(played[video], enough[video]));
  }

  private void show(int video, int position) {
    if (shown[video] != NONE) {
      shownStretches.add(video, startSecond(shown[video], video), second(position));
      shown[video] = NONE;
    }
  }

  private void play(int video, int position) {
    if (played[video] != NONE) {
      playedStretches.add(video, played[video] / MILLIS, position / MILLIS);
      played[video] = NONE;
    }
  }

  /** The second of a position as reports have it: hundredths are cut, then it is rounded up. */
  private static int second(int millis) {
    return (millis / 10 + 99) / 100;
  }

  /** A play at the very end is taken for one that begins after the first second. */
  private int startSecond(int millis, int video) {
    int second = second(millis);
    return second == run.seconds(video) ? 1 : second;
  }

  /** The videos that were opened, the least first. */
  public int[] videos() {
    return opened.all();
  }

  /** Reads how often reports see each second of a video. */
  public void shown(int video, Views target) {
    shownStretches.read(video, target);
  }

  /** Reads how often each second of a video was really played. */
  public void played(int video, Views target) {
    playedStretches.read(video, target);
  }

  /** Counts the videos of each sequential of which reports see anything. */
  void countShown(int[] counts) {
    seen.countByHome(run::homeOfVideo, counts);
  }

  /** Counts the videos of each sequential of which anything was played. */
  void countPlayed(int[] counts) {
    Touched all = new Touched();
    playedStretches.note(all);
    all.countByHome(run::homeOfVideo, counts);
  }
}
