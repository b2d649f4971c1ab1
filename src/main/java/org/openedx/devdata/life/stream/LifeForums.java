package org.openedx.devdata.life.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.life.plan.ForumPlan;
import org.openedx.devdata.world.World;

/** Forums of the runs that were asked for last: a frame needs that of its run. Thread-safe. */
final class LifeForums {

  private static final int KEPT = 128;

  private final World world;
  private final Map<Integer, ForumPlan> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ForumPlan> eldest) {
          return size() > KEPT;
        }
      };

  LifeForums(World world) {
    this.world = world;
  }

  /** The forum of a run; two threads may make it at a time. */
  ForumPlan of(int run, CourseShape shape) {
    synchronized (last) {
      ForumPlan known = last.get(run);
      if (known != null) {
        return known;
      }
    }
    ForumPlan made = ForumPlan.of(shape, new EnrolmentPlanner(world, shape));
    synchronized (last) {
      last.put(run, made);
    }
    return made;
  }
}
