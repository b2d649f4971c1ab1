package org.openedx.devdata.xapi.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.Enrolments;
import org.openedx.devdata.xapi.CourseText;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.TypeFamily;
import org.openedx.devdata.xapi.model.allot.Allotment;
import org.openedx.devdata.xapi.model.allot.FirstPasses;
import org.openedx.devdata.xapi.model.allot.FramePlan;
import org.openedx.devdata.xapi.model.allot.Need;
import org.openedx.devdata.xapi.model.allot.Passes;
import org.openedx.devdata.xapi.model.allot.Portions;
import org.openedx.devdata.xapi.model.allot.Quotas;
import org.openedx.devdata.xapi.model.allot.TypeSequence;
import org.openedx.devdata.xapi.model.calendar.CalendarEnrolments;
import org.openedx.devdata.xapi.model.calendar.CurveCalendar;
import org.openedx.devdata.xapi.model.calendar.Intensity;
import org.openedx.devdata.xapi.model.calendar.NamedCalendar;
import org.openedx.devdata.xapi.model.calendar.RunCalendar;

/**
 * One {@code registered} for each learner and course run, and as many random statements as asked
 * for, drawn by weight. Immutable.
 */
public final class MixModel implements EventModel {

  private static final int SMALLEST_FRAME = 1024;
  private static final int LARGEST_FRAME = 65_536;

  private final World world;
  private final List<CourseText> courses;
  private final List<RunCalendar> calendars;
  private final Intensity intensity;
  private final Sittings sittings;
  private final FirstPasses firstPasses;
  private final FramePlan plan;
  private final TypeSequence types;
  private final RandomStream stream;

  /**
   * @param randomStatements how many statements, without the first enrolments
   * @param batchSize how many statements should stay together
   */
  public MixModel(World world, StatementMix mix, long randomStatements, int batchSize) {
    this.world = world;
    this.stream = RandomStream.of(world.spec().seed()).derive("mix model");
    List<CourseRun> runs = world.runs();
    Quotas quotas = Quotas.of(runs, randomStatements, possible(mix, runs));
    List<CourseText> texts = new ArrayList<>();
    List<RunCalendar> made = new ArrayList<>();
    for (CourseRun run : runs) {
      texts.add(CourseText.of(world.spec().lmsUrl(), run.courseKey(), run.course().title()));
      made.add(
          run.roster().named().isPresent()
              ? new NamedCalendar(run, runs.size())
              : new CurveCalendar(
                  run,
                  world.spec(),
                  runs.size(),
                  quotas.leavers()[run.index()],
                  quotas.comebacks()));
    }
    this.courses = List.copyOf(texts);
    this.calendars = List.copyOf(made);
    this.intensity = new Intensity(world.spec(), runs);
    Passes passes = new Passes(world, calendars, intensity);
    Portions portions = Portions.of(quotas, passes, world.enrolments());
    this.firstPasses = new FirstPasses(runs, passes, portions.firstPasses(), intensity.cells());
    this.sittings =
        new Sittings(runs, calendars, intensity, portions.sittings(), portions.statements());
    this.plan =
        new FramePlan(intensity, calendars, portions, passes, firstPasses, frameSize(batchSize));
    this.types = new TypeSequence(portions.shares(), stream.at("types"));
  }

  /** The mix without what no course has: videos, say. */
  private static StatementMix possible(StatementMix mix, List<CourseRun> runs) {
    Set<TypeFamily> missing = EnumSet.noneOf(TypeFamily.class);
    for (Need need : Need.values()) {
      if (runs.stream().noneMatch(run -> need.isMetBy(run.outline()))) {
        need.family().ifPresent(missing::add);
      }
    }
    return runs.isEmpty() ? mix : mix.without(missing);
  }

  private static int frameSize(int batchSize) {
    if (batchSize <= LARGEST_FRAME) {
      return Math.max(SMALLEST_FRAME, batchSize);
    }
    int parts = (batchSize + LARGEST_FRAME - 1) / LARGEST_FRAME;
    return (batchSize + parts - 1) / parts;
  }

  @Override
  public long statements() {
    return plan.firstOrdinal(plan.frames());
  }

  @Override
  public int frames() {
    return plan.frames();
  }

  @Override
  public long firstOrdinal(int frame) {
    return plan.firstOrdinal(frame);
  }

  @Override
  public long startMicros(int frame) {
    return plan.micros(frame);
  }

  @Override
  public long statementsBefore(long micros) {
    return plan.statementsBefore(micros);
  }

  @Override
  public List<CourseText> courses() {
    return courses;
  }

  @Override
  public Enrolments enrolments() {
    return new CalendarEnrolments(world, calendars);
  }

  @Override
  public FrameReader reader() {
    Schedule schedule =
        new Schedule(
            world,
            calendars,
            intensity,
            plan,
            sittings,
            new PassTurns(world, calendars, plan, firstPasses),
            stream.derive("visits"));
    Allotment allotment = new Allotment(plan, types, stream.derive("types"));
    return new MixReader(world, courses, schedule, sittings, allotment);
  }
}
