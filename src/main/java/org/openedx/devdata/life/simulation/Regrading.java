package org.openedx.devdata.life.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.openedx.devdata.life.course.Accident;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.event.LifeLog;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Rhythm;

/**
 * Marking again of the answers to problems whose key was wrong, in the night after it is corrected.
 * Mutable, not thread-safe; used for one life after another.
 */
final class Regrading {

  /** From the correction to the beginning, when whoever was at work has long ended. */
  private static final long LATER = Rhythm.DAY / 2;

  private static final long TAKES = Rhythm.DAY / 48;
  private static final long AFTER_SESSION = 60_000_000L;
  private static final int FAMILY = 94;
  private static final int RIGHT = -1;

  private final Visit visit;
  private final GradeReport report;

  /** Problems whose key is corrected, in order of time. */
  private final List<Accident> corrected;

  /** Points that the last answer to each of them deserves; {@link #RIGHT} when it has them. */
  private final int[] deserved;

  private int next;

  Regrading(CourseShape shape, Visit visit, GradeReport report) {
    this.visit = visit;
    this.report = report;
    this.corrected =
        shape.history().accidents().stream()
            .filter(one -> one.corrected() != Accident.NEVER)
            .sorted(Comparator.comparingLong(Accident::corrected))
            .toList();
    this.deserved = new int[corrected.size()];
  }

  void clear() {
    next = 0;
    Arrays.fill(deserved, RIGHT);
  }

  /**
   * Notes an answer.
   *
   * @param wrongKey whether the key was wrong
   * @param points that it deserves
   */
  void note(int problem, boolean wrongKey, int points) {
    for (int i = 0; i < deserved.length; i++) {
      if (corrected.get(i).block() == problem) {
        deserved[i] = wrongKey ? points : RIGHT;
      }
    }
  }

  /** Returns whether it may have something to do for a log that begins after all sessions. */
  boolean concerns(LifeLog log) {
    for (Accident one : corrected) {
      long moment = one.corrected() + LATER;
      if (log.begins() <= moment + Rhythm.DAY && log.end() > moment) {
        return true;
      }
    }
    return false;
  }

  /**
   * Marks again what is due until a moment.
   *
   * @param last the moment from which on nothing happens any more
   */
  void until(long moment, long last) {
    for (; next < deserved.length; next++) {
      long bits = Draw.of(Draw.of(visit.life().key(), FAMILY), next);
      long due = corrected.get(next).corrected() + LATER + Draw.below(bits, TAKES);
      if (due >= moment) {
        return;
      }
      // Whoever is still at work is waited for.
      long begins = Math.max(due, Math.max(visit.clock(), 0) + AFTER_SESSION);
      if (deserved[next] != RIGHT && begins < last) {
        visit.begin(begins, last, Draw.of(bits, 1));
        report.score(corrected.get(next).block(), deserved[next], 0.5, true);
      }
    }
  }
}
