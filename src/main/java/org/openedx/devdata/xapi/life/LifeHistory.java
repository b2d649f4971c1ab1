package org.openedx.devdata.xapi.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.life.course.Accident;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.EditedOutline;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.dump.CourseHistory;

/** Courses as the accidents of their authors change them. Thread-safe. */
final class LifeHistory implements CourseHistory {

  private static final int FIRST = 76;

  private final LifeModel model;

  LifeHistory(LifeModel model) {
    this.model = model;
  }

  @Override
  public List<Edition> of(CourseRun run) {
    CourseShape shape = new CourseShape(run, model.lives().habits());
    List<Long> moments =
        shape.history().accidents().stream()
            .map(Accident::published)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    if (moments.isEmpty()) {
      return List.of();
    }
    List<Edition> editions = new ArrayList<>();
    // The evening before it begins.
    long first = shape.start() - Draw.below(Draw.of(run.randomKey(), FIRST), Rhythm.DAY / 4) - 1;
    editions.add(new Edition(first, run.outline()));
    for (long moment : moments) {
      editions.add(new Edition(moment, outline(run, shape.at(moment))));
    }
    return editions;
  }

  private static Outline outline(CourseRun run, CourseShape shape) {
    return new EditedOutline(
        run.outline(), unit -> shape.isGone(unit) ? CourseShape.NOWHERE : shape.sequentialOf(unit));
  }
}
