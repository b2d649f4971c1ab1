package org.openedx.devdata.life.habit;

import java.util.List;
import org.openedx.devdata.random.AliasTable;
import org.openedx.devdata.random.CumulativeTable;

/**
 * Habits of the learners of a kind of course, and of its authors. Immutable.
 *
 * @param selfPaced whether all is released at the start and due at the end
 * @param enter probability of ever entering
 * @param oneVisit probability, of who enters, of one visit only
 * @param enrolling moments of enrolment
 * @param modes names of the modes of enrolment
 * @param mode weights of the modes
 * @param upgrade probability of an upgrade, of who stays to the end
 * @param unenrol probability of unenrolling, of who leaves
 * @param stayShape shape of the Weibull distribution of staying
 * @param ability mean ability, in logits
 * @param abilitySd its standard deviation
 * @param effort correlation of ability and time that is spent
 * @param difficulty mean difficulty of problems, in logits
 * @param difficultySd its standard deviation
 * @param sessionMinutes median length of a session
 * @param sessionSd standard deviation of its logarithm
 * @param hours weights of the 24 hours of the learner's own day
 * @param dayShift standard deviation of how far days lie behind those of others, in hours
 * @param weekend share of activity at weekends
 * @param lateness mean lateness, in standard deviations
 * @param lateWork whether late answers are taken
 * @param posters probability of writing in the forum, of who enters
 * @param oneZone whether the learners of a run share a time zone
 * @param timedExam whether the last exam is timed
 * @param personas ways of taking the course
 * @param persona weights of the personas
 * @param accidents those of the courses' authors
 */
public record Habits(
    boolean selfPaced,
    double enter,
    double oneVisit,
    Enrolling enrolling,
    List<String> modes,
    AliasTable mode,
    double upgrade,
    double unenrol,
    double stayShape,
    double ability,
    double abilitySd,
    double effort,
    double difficulty,
    double difficultySd,
    double sessionMinutes,
    double sessionSd,
    CumulativeTable hours,
    double dayShift,
    double weekend,
    double lateness,
    boolean lateWork,
    double posters,
    boolean oneZone,
    boolean timedExam,
    List<Persona> personas,
    AliasTable persona,
    AccidentRates accidents) {

  /**
   * Moments of enrolment, relative to the start of a run.
   *
   * @param before weight of the time before
   * @param firstDay weight of the first day
   * @param during weight of the time until the end, most of it early
   * @param after weight of a constant rate from the start on
   * @param beforeDays mean of how early, in days
   */
  public record Enrolling(
      double before, double firstDay, double during, double after, double beforeDays) {}

  public Habits {
    modes = List.copyOf(modes);
    personas = List.copyOf(personas);
  }

  /** The same with accidents of which none is at or after a moment, microseconds since 1970. */
  public Habits publishedUntil(long moment) {
    return accidents.isAny() ? with(accidents.before(moment)) : this;
  }

  /** The same with other accidents. */
  public Habits with(AccidentRates others) {
    return new Habits(
        selfPaced,
        enter,
        oneVisit,
        enrolling,
        modes,
        mode,
        upgrade,
        unenrol,
        stayShape,
        ability,
        abilitySd,
        effort,
        difficulty,
        difficultySd,
        sessionMinutes,
        sessionSd,
        hours,
        dayShift,
        weekend,
        lateness,
        lateWork,
        posters,
        oneZone,
        timedExam,
        personas,
        persona,
        others);
  }
}
