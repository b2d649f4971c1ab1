package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;

/** The videos of a visit: which one is shown, and how far it has played. Not thread-safe. */
final class VideoScript {

  private static final int NONE = -1;
  private static final int[] SPEEDS = {50, 75, 100, 125, 150, 200};

  private Outline outline;
  private int video;
  private long key;
  private int length;
  private int position;
  private int speed;
  private boolean completed;

  /** The video that was played last. */
  private int played;

  void begin(Outline ofRun, double place) {
    outline = ofRun;
    int videos = outline.count(BlockType.VIDEO);
    if (videos > 0) {
      turnTo((int) (place * videos));
    }
    speed = 2;
    played = NONE;
  }

  void fill(StatementData data, long bits) {
    switch (data.type) {
      case LOADED_VIDEO -> next();
      case COMPLETED_VIDEO -> complete();
      case PLAYED_VIDEO -> {
        next();
        played = video;
        position = position >= length - 5_000 ? 0 : position;
      }
      case PAUSED_VIDEO, STOPPED_VIDEO -> {
        turnBack();
        goOn(bits);
      }
      case POSITION_CHANGED_VIDEO -> {
        turnBack();
        data.otherPosition = Draw.below(Draw.of(bits, 0), length);
      }
      case SPEED_CHANGED_VIDEO -> {
        data.speedFrom = SPEEDS[speed];
        speed = (speed + 1 + Draw.below(bits, SPEEDS.length - 1)) % SPEEDS.length;
        data.speedTo = SPEEDS[speed];
      }
      default -> goOn(bits);
    }
    data.position = position;
    data.length = length;
    data.blockName = outline.idText(BlockType.VIDEO, video);
    VisitScript.block(data, key);
    if (data.type == StatementType.POSITION_CHANGED_VIDEO) {
      position = data.otherPosition;
    }
  }

  /** Goes on to the next video when this one has been completed. */
  private void next() {
    if (completed) {
      turnTo((video + 1) % outline.count(BlockType.VIDEO));
    }
  }

  private void complete() {
    turnBack();
    completed = true;
  }

  /** Turns to the video that was played last, when that is over and the next one is shown. */
  private void turnBack() {
    if (played != NONE && played != video) {
      turnTo(played);
      completed = true;
      position = length;
    }
  }

  private void goOn(long bits) {
    position = Math.min(length, position + 3_000 + Draw.below(bits, 90_000));
  }

  private void turnTo(int index) {
    video = index;
    key = outline.blockKey(BlockType.VIDEO, index);
    length = outline.videoMillis(index);
    position = 0;
    completed = false;
  }
}
