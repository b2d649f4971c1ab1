package org.openedx.devdata.life.stream;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.life.simulation.LifeSimulation;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.World;

/**
 * The lives of a world, cut into frames. What is made of them (statements, tracking-log lines)
 * reads them through a {@link LifeWalk}. Thread-safe.
 */
public final class Lives {

  /** The part of the heap that states of lives may take. */
  private static final int STATES = 8;

  private final World world;
  private final Habits habits;
  private final LifeFrames frames;
  private final LifeForums forums;
  private final LifeStates states = new LifeStates(Runtime.getRuntime().maxMemory() / STATES);

  public Lives(World world, Habits habits) {
    this.world = world;
    this.habits = habits.publishedUntil(publishedUntil(world));
    this.frames = new LifeFrames(world);
    this.forums = new LifeForums(world);
  }

  /** Last changes come before the exports at the end of a world, so that these have them. */
  private static long publishedUntil(World world) {
    return (world.spec().endDay() - world.spec().publishes()) * Rhythm.DAY;
  }

  public World world() {
    return world;
  }

  public Habits habits() {
    return habits;
  }

  public LifeFrames frames() {
    return frames;
  }

  /** States between frames. */
  LifeStates states() {
    return states;
  }

  /** The simulation of a run, for one thread. */
  public LifeSimulation simulation(int run) {
    CourseShape shape = new CourseShape(world.runs().get(run), habits);
    return new LifeSimulation(world, shape, forums.of(run, shape));
  }

  /** Names of modes by the numbers that enrolments of a run have. */
  public List<JsonText> modes(int run) {
    return EnrolmentPlanner.modes(world.runs().get(run), habits).stream()
        .map(JsonText::of)
        .toList();
  }
}
