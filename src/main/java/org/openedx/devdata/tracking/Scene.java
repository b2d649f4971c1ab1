package org.openedx.devdata.tracking;

import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Learners;

/**
 * An event with all around it: the one object through which every event of a thread passes.
 * Mutable, not thread-safe.
 */
final class Scene {

  private final Learners learners;
  private final LifeLog log;
  CoursePages course;

  /** Names of the modes of enrolment, by number. */
  List<JsonText> modes;

  Person person;
  TrackedEvent event;
  int number;

  /** Key of what has caused an event of a worker. */
  long cause;

  Scene(Learners learners, LifeLog log) {
    this.learners = learners;
    this.log = log;
  }

  CourseShape shape() {
    return course.shape();
  }

  int block() {
    return log.block(number);
  }

  int first() {
    return log.first(number);
  }

  int second() {
    return log.second(number);
  }

  int third() {
    return log.third(number);
  }

  long packed() {
    return log.packed(number);
  }

  /** The moment of the event, microseconds since 1970. */
  long micros() {
    return log.micros(number);
  }

  /** The upper half of the session's id. */
  long session() {
    return log.session(number);
  }

  /** Bits that choose what an event leaves open. */
  long bits() {
    return Draw.of(session() ^ micros(), 0);
  }

  /** The username of the learner at a place of the roster. */
  String usernameAt(int place) {
    return JsonText.escape(learners.username(shape().run().roster().learner(place)));
  }
}
