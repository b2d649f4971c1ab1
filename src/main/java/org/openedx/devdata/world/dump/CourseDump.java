package org.openedx.devdata.world.dump;

import java.time.LocalDate;
import java.util.List;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseFacts;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;

/**
 * The courses, once for each publish; a unit is a publish, and one more what was published before
 * while the courses ran. Immutable.
 */
record CourseDump(World world, Tags tags, DumpTimes times, CourseHistory history)
    implements TableDump {

  private static final String[] LANGUAGES = {"en", "en", "en", "es", "fr", "ar"};

  @Override
  public DumpTable table() {
    return DumpTable.COURSE_OVERVIEWS;
  }

  @Override
  public int units() {
    return publishes() + (history == CourseHistory.NONE ? 0 : 1);
  }

  private int publishes() {
    return world.spec().publishes();
  }

  @Override
  public long rows(int unit) {
    return unit < publishes()
        ? world.runs().size()
        : world.runs().stream().mapToLong(run -> history.of(run).size()).sum();
  }

  @Override
  public void write(int unit, RowWriter out) {
    for (CourseRun run : world.runs()) {
      if (unit < publishes()) {
        course(run, times.of(BlockDump.PUBLISH, run.exportNumber(), unit, publishes()), out);
        continue;
      }
      List<CourseHistory.Edition> editions = history.of(run);
      for (int number = 0; number < editions.size(); number++) {
        course(run, times.of(run, number, editions.get(number)), out);
      }
    }
  }

  private void course(CourseRun run, DumpTimes.Dump dump, RowWriter out) {
    if (run.facts().isPresent()) {
      named(run, run.facts().get(), dump, out);
    } else {
      drawn(run, dump, out);
    }
  }

  private void drawn(CourseRun run, DumpTimes.Dump dump, RowWriter out) {
    LocalDate start = LocalDate.ofEpochDay(run.startDay());
    LocalDate end = LocalDate.ofEpochDay(run.endDay());
    LocalDate enrolment = LocalDate.ofEpochDay(run.enrolmentDay(world.spec()));
    out.text(run.course().org());
    out.text(run.key());
    out.text(run.course().title());
    out.text(start + " 00:00:00+00:00");
    out.text(end + " 00:00:00+00:00");
    out.text(enrolment + "T00:00:00Z");
    out.text(end + "T00:00:00Z");
    out.flag(Draw.chance(Draw.of(run.randomKey(), 5), 0.25));
    out.text(data(run));
    out.text(enrolment.minusDays(60) + "T09:00:00.000000Z");
    out.text(dump.changed());
    dump.write(out);
  }

  private void named(CourseRun run, CourseFacts facts, DumpTimes.Dump dump, RowWriter out) {
    out.text(run.course().org());
    out.text(run.key());
    out.text(run.course().title());
    out.text(DumpTimes.plain(facts.start()));
    out.text(DumpTimes.plain(facts.end()));
    out.text(DumpTimes.iso(facts.enrollmentStart()));
    out.text(DumpTimes.iso(facts.enrollmentEnd()));
    out.flag(facts.selfPaced());
    out.text(data(run, facts.language().map(code -> "\"" + code + "\"").orElse("null")));
    out.text(dump.changed());
    out.text(dump.changed());
    dump.write(out);
  }

  private String data(CourseRun run) {
    String language = LANGUAGES[Draw.below(Draw.of(run.randomKey(), 6), LANGUAGES.length)];
    return data(run, "\"" + language + "\"");
  }

  private String data(CourseRun run, String language) {
    return "{\"advertised_start\": null, \"announcement\": null, \"lowest_passing_grade\": 0.5,"
        + " \"invitation_only\": false, \"max_student_enrollments_allowed\": null,"
        + " \"effort\": null, \"enable_proctored_exams\": false,"
        + " \"entrance_exam_enabled\": false, \"external_id\": null, \"language\": "
        + language
        + ", \"tags\": "
        + Tags.withAncestors(tags.of(run, BlockType.COURSE, 0))
        + "}";
  }
}
