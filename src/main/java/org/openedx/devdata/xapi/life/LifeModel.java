package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.stream.Lives;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.CourseHistory;
import org.openedx.devdata.world.dump.Enrolments;
import org.openedx.devdata.xapi.CourseText;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;

/**
 * The statements of simulated lives. A frame simulates each of its learners from the beginning of
 * the run and keeps what lies in it, so that no frame needs another. Immutable.
 */
public final class LifeModel implements EventModel {

  private final Lives lives;
  private final List<CourseText> courses;
  private final LifeExpectation expectation;

  public LifeModel(World world, Habits habits) {
    this(world, habits, 0);
  }

  /**
   * @param about how many statements the lives make, where that is known; 0 where not
   */
  public LifeModel(World world, Habits habits, long about) {
    this.lives = new Lives(world, habits);
    List<CourseText> texts = new ArrayList<>();
    for (CourseRun run : world.runs()) {
      texts.add(CourseText.of(world.spec().lmsUrl(), run.courseKey(), run.course().title()));
    }
    this.courses = List.copyOf(texts);
    this.expectation = new LifeExpectation(this, about);
  }

  World world() {
    return lives.world();
  }

  /** The lives that the statements report. */
  public Lives lives() {
    return lives;
  }

  @Override
  public long statements() {
    return expectation.all();
  }

  @Override
  public boolean isCounted() {
    return expectation.isExact();
  }

  @Override
  public int frames() {
    return lives.frames().count();
  }

  @Override
  public long firstOrdinal(int frame) {
    return expectation.before(frame);
  }

  @Override
  public long startMicros(int frame) {
    return Math.max(lives.frames().at(frame).from(), world().spec().startDay() * Rhythm.DAY);
  }

  @Override
  public long statementsBefore(long micros) {
    return expectation.beforeMoment(micros);
  }

  @Override
  public List<CourseText> courses() {
    return courses;
  }

  @Override
  public Enrolments enrolments() {
    return new LifeEnrolments(this);
  }

  @Override
  public CourseHistory history() {
    return lives.habits().accidents().isAny() ? new LifeHistory(this) : CourseHistory.NONE;
  }

  @Override
  public FrameReader reader() {
    return new LifeReader(this);
  }
}
