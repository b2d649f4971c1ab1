package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Enrolments;
import org.openedx.devdata.xapi.CourseText;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;

/**
 * The statements of simulated lives. A frame simulates each of its learners from the beginning of
 * the run and keeps what lies in it, so that no frame needs another. Immutable.
 */
public final class LifeModel implements EventModel {

  private final World world;
  private final Habits habits;
  private final LifeFrames frames;
  private final List<CourseText> courses;
  private final LifeForums forums;
  private final LifeExpectation expectation;

  public LifeModel(World world, Habits habits) {
    this.world = world;
    this.habits = habits;
    this.frames = new LifeFrames(world);
    List<CourseText> texts = new ArrayList<>();
    for (CourseRun run : world.runs()) {
      texts.add(CourseText.of(world.spec().lmsUrl(), run.courseKey(), run.course().title()));
    }
    this.courses = List.copyOf(texts);
    this.forums = new LifeForums(world);
    this.expectation = new LifeExpectation(this);
  }

  World world() {
    return world;
  }

  Habits habits() {
    return habits;
  }

  LifeFrames lifeFrames() {
    return frames;
  }

  /** The simulation of a run, for one thread. */
  LifeSimulation simulation(int run) {
    CourseShape shape = new CourseShape(world.runs().get(run), habits);
    return new LifeSimulation(world, shape, forums.of(run, shape));
  }

  /** Names of modes by the numbers that enrolments of a run have. */
  List<JsonText> modes(int run) {
    Stream<JsonText> known = habits.modes().stream().map(JsonText::of);
    Stream<JsonText> named =
        world.runs().get(run).roster().named().orElse(List.of()).stream().map(Roster.Place::mode);
    return Stream.concat(known, named).distinct().toList();
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
    return frames.count();
  }

  @Override
  public long firstOrdinal(int frame) {
    return expectation.before(frame);
  }

  @Override
  public long startMicros(int frame) {
    return Math.max(frames.at(frame).from(), world.spec().startDay() * Rhythm.DAY);
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
  public FrameReader reader() {
    return new LifeReader(this);
  }
}
