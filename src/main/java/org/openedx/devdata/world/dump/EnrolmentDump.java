package org.openedx.devdata.world.dump;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Roster;
import org.openedx.devdata.world.World;

/** The enrolments as they are in the end; a unit is a run. Immutable. */
record EnrolmentDump(World world, Enrolments enrolments, EnrolmentNumbers numbers, DumpTimes times)
    implements TableDump {

  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00:00'");

  EnrolmentDump(World world, Enrolments enrolments, DumpTimes times) {
    this(world, enrolments, new EnrolmentNumbers(world), times);
  }

  @Override
  public DumpTable table() {
    return DumpTable.COURSE_ENROLLMENT;
  }

  @Override
  public int units() {
    return world.runs().size();
  }

  @Override
  public long rows(int unit) {
    return world.runs().get(unit).roster().size();
  }

  @Override
  public void write(int unit, RowWriter out) {
    CourseRun run = world.runs().get(unit);
    Optional<List<Roster.Place>> named = run.roster().named();
    for (int place = 0; place < run.roster().size(); place++) {
      int learner = run.roster().learner(place);
      int number = numbers.of(run, place);
      out.number(named.isPresent() ? named.get().get(place).id().orElse(number) : number);
      out.text(run.key());
      out.text(CREATED.format(DumpTimes.moment(enrolments.enrolledAt(unit, place))));
      out.flag(enrolments.active(unit, place));
      out.text(enrolments.mode(unit, place));
      out.text(world.learners().username(learner));
      out.number(world.learners().userId(learner));
      times.of("course_enrollment", number, 0, 1).write(out);
    }
  }
}
