package org.openedx.devdata.life.plan;

import static org.openedx.devdata.life.plan.Enrolment.NEVER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.life.course.CourseShape;
import org.openedx.devdata.life.habit.Habits;
import org.openedx.devdata.life.habit.Persona;
import org.openedx.devdata.life.person.DayRhythm;
import org.openedx.devdata.life.person.Traits;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.Powers;
import org.openedx.devdata.random.Quantile;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Rhythm;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;

/** Plans of the learners' enrolments in one course run. Immutable. */
public final class EnrolmentPlanner {

  private static final long MINUTE = 60_000_000L;

  /** Standard deviation of the logarithm of the odds. */
  private static final double ENGAGES = 1.6;

  private static final double SOON = 0.45;
  private static final double AT_ONCE = 0.55;
  private static final double WAITS_DAYS = 3;
  private static final double UNENROLS_AFTER_DAYS = 5;
  private static final double NO_SHOW_UNENROLS = 0.3;
  private static final String UPGRADE = "verified";

  private final World world;
  private final CourseShape shape;
  private final Habits habits;
  private final EnrolmentTimes times;
  private final List<String> modes;
  private final long personsKey;

  public EnrolmentPlanner(World world, CourseShape shape) {
    this.world = world;
    this.shape = shape;
    this.habits = shape.habits();
    this.times = new EnrolmentTimes(shape.run(), world.spec(), habits.enrolling());
    this.modes = modes(shape.run(), habits);
    this.personsKey = Draw.of(shape.run().randomKey(), 71);
  }

  /** Names of modes by the numbers that enrolments of a run have: of the habits, then others. */
  public static List<String> modes(CourseRun run, Habits habits) {
    Stream<String> named =
        run.roster().named().orElse(List.of()).stream().map(place -> place.mode().value());
    return Stream.concat(habits.modes().stream(), named).distinct().toList();
  }

  /** The moment at which the learner at a place enrols, microseconds since 1970. */
  public long enrolledAt(int place) {
    return times.at(place);
  }

  /** The life of the learner at a place of the roster. */
  public Enrolment of(int place) {
    int learner = shape.run().roster().learner(place);
    Optional<Roster.Place> named = shape.run().roster().named().map(places -> places.get(place));
    // Who is named stays who they are when others come and go.
    long key =
        named.isPresent()
            ? Draw.of(personsKey ^ world.learners().key(learner), 0)
            : Draw.of(personsKey, place);
    Traits traits = Traits.of(world.learners().key(learner), shape.run().randomKey(), habits);
    Persona persona = habits.personas().get(habits.persona().pick(Draw.of(key, 0)));
    long enrolled = times.at(place);
    boolean once = unit(key, 2) < habits.oneVisit();
    long begins = NEVER;
    long leaves = enrolled;
    if (unit(key, 1) < habits.enter()) {
      long moment = begins(key, enrolled, new DayRhythm(traits, habits));
      if (moment < shape.end()) {
        begins = moment;
        leaves = once ? begins + 1 : leaves(key, persona, traits, begins);
      }
    }
    long last = once || begins == NEVER ? NEVER : lastVisit(key, persona, begins);
    if (last != NEVER) {
      // As long as it would have been, but lately.
      begins = Math.max(begins, Math.min(last - MINUTE, last - (leaves - begins)));
      leaves = last + 1;
    }
    boolean stays = begins != NEVER && leaves > shape.end();
    long unenrolled =
        named.isPresent()
            ? named.get().active() ? NEVER : gone(key, enrolled, begins, leaves)
            : unenrolled(key, begins, leaves, stays);
    int mode =
        named
            .map(one -> modes.indexOf(one.mode().value()))
            .orElseGet(() -> habits.mode().pick(Draw.of(key, 3)));
    int upgrade = named.isPresent() ? -1 : habits.modes().indexOf(UPGRADE);
    boolean upgrades = upgrade >= 0 && upgrade != mode && stays && unit(key, 4) < habits.upgrade();
    long pause = (long) (persona.pause() * unit(key, 5) * (shape.end() - shape.start()));
    long pauseBegins = shape.start() + (long) ((0.2 + 0.4 * unit(key, 6)) * length());
    return new Enrolment(
        key,
        traits,
        persona,
        enrolled,
        mode,
        upgrades ? upgraded(key, enrolled, begins) : NEVER,
        upgrade,
        begins,
        Math.min(leaves, unenrolled),
        last < unenrolled ? last : NEVER,
        unenrolled,
        pauseBegins,
        pauseBegins + pause,
        Powers.exp(ENGAGES * (0.75 * traits.diligence() + 0.66 * Powers.normal(Draw.of(key, 8)))),
        once,
        begins != NEVER && unit(key, 7) < habits.posters());
  }

  private static double unit(long key, int draw) {
    return Draw.unit(Draw.of(key, draw));
  }

  private static long days(double days) {
    return (long) (days * Rhythm.DAY);
  }

  private long length() {
    return shape.end() - shape.start();
  }

  private long begins(long key, long enrolled, DayRhythm rhythm) {
    double wait = Quantile.exponential(unit(key, 16), WAITS_DAYS);
    if (enrolled < shape.start()) {
      long day = unit(key, 17) < SOON ? 0 : days(wait);
      long moment = rhythm.near(shape.start() + Rhythm.DAY / 2 + day, Draw.of(key, 18));
      return moment < shape.start() ? moment + Rhythm.DAY : moment;
    }
    if (unit(key, 17) < AT_ONCE) {
      return enrolled + MINUTE + (long) (unit(key, 19) * 20 * MINUTE);
    }
    long moment = rhythm.near(enrolled + days(0.5 + wait), Draw.of(key, 18));
    return moment <= enrolled ? enrolled + 30 * MINUTE : moment;
  }

  /** The moment of a last visit of those who come lately to a run that still runs. */
  private long lastVisit(long key, Persona persona, long begins) {
    long until = world.spec().endDay() * Rhythm.DAY;
    if (persona.recent() == 0 || shape.end() < until || unit(key, 27) >= persona.recent()) {
      return NEVER;
    }
    long last = until - MINUTE - (long) (unit(key, 28) * persona.recentHours() * 60 * MINUTE);
    return last > begins + MINUTE ? last : NEVER;
  }

  private long leaves(long key, Persona persona, Traits traits, long begins) {
    if (unit(key, 20) < persona.finishes() || persona.continues() == 1) {
      return shape.end() + days(30);
    }
    if (persona.continues() > 0) {
      // One subsection in any case, and after each another one with the same probability.
      double more = StrictMath.log(1 - unit(key, 21)) / StrictMath.log(persona.continues());
      int subsections = 1 + (int) Math.min(more, shape.sequentials());
      return subsections > shape.sequentials()
          ? shape.end() + days(30)
          : begins + new SelfPace(shape, persona, traits).after(subsections, begins);
    }
    double stay = StrictMath.pow(-StrictMath.log(1 - unit(key, 21)), 1 / habits.stayShape());
    return begins + (long) (stay * persona.stay() * length());
  }

  private long unenrolled(long key, long begins, long leaves, boolean stays) {
    double chance = habits.unenrol() * (begins == NEVER ? NO_SHOW_UNENROLS : 1);
    if (stays || unit(key, 22) >= chance) {
      return NEVER;
    }
    long moment =
        Math.max(leaves, begins == NEVER ? shape.start() : begins)
            + MINUTE * 45
            + days(Quantile.exponential(unit(key, 23), UNENROLS_AFTER_DAYS));
    return moment < shape.end() ? moment : NEVER;
  }

  /** The moment at which a named learner leaves who is enrolled no more, within the world. */
  private long gone(long key, long enrolled, long begins, long leaves) {
    long from = Math.max(enrolled, shape.start());
    long last = Math.min(shape.end(), world.spec().endDay() * Rhythm.DAY);
    if (from >= last) {
      return enrolled + MINUTE;
    }
    long left = Math.max(leaves, begins) + MINUTE * 45;
    if (begins != NEVER && left < last) {
      return left;
    }
    return from + (long) ((0.2 + 0.7 * unit(key, 24)) * (last - from));
  }

  /** The moment of an upgrade; never for one that would come too late. */
  private long upgraded(long key, long enrolled, long begins) {
    long from = Math.max(enrolled, begins) + 5 * MINUTE;
    double within = unit(key, 26);
    long moment = from + (unit(key, 25) < 0.35 ? days(within) : (long) (0.6 * within * length()));
    return moment < shape.end() ? moment : NEVER;
  }
}
