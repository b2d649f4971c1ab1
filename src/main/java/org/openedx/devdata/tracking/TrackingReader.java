package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.life.event.EventType;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.life.stream.LifeWalk;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.random.Draw;

/** Goes through the lines of one frame of lives after another. Mutable, not thread-safe. */
public final class TrackingReader {

  private static final int LINE = 1 << 13;

  private final Lives lives;
  private final TrackingSettings settings;
  private final LifeWalk walk;
  private final LifeLog log;
  private final Scene scene;
  private final OutputBytes line = new OutputBytes(LINE);
  private final LineRenderer renderer;
  private int event;
  private boolean twice;

  public TrackingReader(Lives lives, TrackingSettings settings) {
    this.lives = lives;
    this.settings = settings;
    this.walk = new LifeWalk(lives);
    this.log = walk.log();
    this.scene = new Scene(lives.world().learners(), log);
    this.renderer = new LineRenderer(settings, line);
  }

  /** Turns to the begin of a frame; any frame, in any order. */
  public void open(int frame) {
    walk.open(frame);
    if (scene.course == null || scene.course.shape() != walk.shape()) {
      scene.course = new CoursePages(walk.shape(), settings.lmsUrl());
      scene.modes = lives.modes(run());
    }
    event = -1;
    twice = false;
  }

  /**
   * Makes the next line of the frame, each learner's in order of time; false when there is none.
   */
  public boolean next() {
    if (twice) {
      // The score is noted just before the answer is logged; both are of one moment here.
      twice = false;
      scene.event = TrackedEvent.ANSWER_MARKED;
    } else {
      if (!advance()) {
        return false;
      }
      twice = log.type(event) == EventType.ANSWER_MARKED;
      scene.event = twice ? TrackedEvent.PROBLEM_SUBMITTED : TrackedEvent.of(log.type(event));
    }
    renderer.render(scene);
    return true;
  }

  private boolean advance() {
    event++;
    while (event >= log.count()) {
      if (!walk.next()) {
        return false;
      }
      event = 0;
      scene.person = Person.of(lives.world().learners(), walk.learner());
    }
    scene.number = event;
    switch (log.type(event)) {
      case ANSWER_MARKED, NOW_FAILED -> scene.cause = Draw.of(scene.bits(), 1);
      case SUBSECTION_GRADED -> {
        // Unless an answer is marked again, it follows from the answer before.
        scene.cause = log.third(event) == 0 ? scene.cause : Draw.of(scene.bits(), 1);
      }
      default -> {
        // What follows belongs to the answer before.
      }
    }
    return true;
  }

  /** The line, without an end; valid until the next one. */
  public OutputBytes line() {
    return line;
  }

  /** The moment of the line, microseconds since 1970. */
  public long micros() {
    return scene.micros();
  }

  /** The course run of the frame. */
  public int run() {
    return walk.shape().run().index();
  }
}
