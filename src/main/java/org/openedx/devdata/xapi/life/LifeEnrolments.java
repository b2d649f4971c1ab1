package org.openedx.devdata.xapi.life;

import java.util.concurrent.atomic.AtomicReference;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.MomentGrid;
import org.openedx.devdata.life.plan.Enrolment;
import org.openedx.devdata.life.plan.EnrolmentPlanner;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.dump.Enrolments;

/** Enrolments as the lives have them in the end. Thread-safe. */
final class LifeEnrolments implements Enrolments {

  private final LifeModel model;

  /** Rows are asked for run by run. */
  private final AtomicReference<OfRun> last = new AtomicReference<>();

  private record OfRun(int run, EnrolmentPlanner planner) {}

  LifeEnrolments(LifeModel model) {
    this.model = model;
  }

  private Enrolment of(int run, int place) {
    OfRun known = last.get();
    if (known == null || known.run() != run) {
      CourseShape shape = new CourseShape(model.world().runs().get(run), model.lives().habits());
      known = new OfRun(run, new EnrolmentPlanner(model.world(), shape));
      last.set(known);
    }
    return known.planner().of(place);
  }

  private long end() {
    return model.world().spec().endDay() * Rhythm.DAY;
  }

  @Override
  public long enrolledAt(int run, int place) {
    long moment = of(run, place).enrolled();
    boolean named = model.world().runs().get(run).roster().named().isPresent();
    return named ? moment : MomentGrid.of(model.world(), run).at(moment);
  }

  @Override
  public String mode(int run, int place) {
    return model.lives().modes(run).get(of(run, place).modeAt(end() - 1)).value();
  }

  @Override
  public boolean active(int run, int place) {
    return of(run, place).unenrolled() >= end();
  }
}
