package org.openedx.devdata.world.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.world.World;

/** All tables of a world but the statements. Stateless. */
public final class Dumps {

  private Dumps() {}

  /**
   * The tables in the order in which they must be filled, with ids that stay the same when the
   * world gets larger.
   *
   * @param options of the site
   */
  public static List<TableDump> of(World world, Enrolments enrolments, ExportOptions options) {
    DumpTimes times = new DumpTimes(world, Optional.empty());
    return of(world, enrolments, CourseHistory.NONE, options, times);
  }

  /** The same with ids that have the mark of the world, of courses that were changed on the way. */
  public static List<TableDump> marked(
      World world, Enrolments enrolments, CourseHistory history, ExportOptions options) {
    DumpMark mark = DumpMark.of(world.spec());
    return of(world, enrolments, history, options, new DumpTimes(world, Optional.of(mark)));
  }

  private static List<TableDump> of(
      World world,
      Enrolments enrolments,
      CourseHistory history,
      ExportOptions options,
      DumpTimes times) {
    Tags tags = new Tags(world);
    List<TableDump> dumps = new ArrayList<>();
    dumps.add(new TaxonomyDump(tags, times));
    dumps.add(new TagDump(tags, times));
    dumps.add(new ObjectTagDump(world, tags, times));
    dumps.add(new CourseDump(world, tags, times, history));
    dumps.add(new BlockDump(world, tags, times, history, options.videoTimes()));
    if (options.pii()) {
      dumps.add(new ExternalIdDump(world, times));
      dumps.add(new ProfileDump(world, times));
    }
    dumps.add(new EnrolmentDump(world, enrolments, times));
    return List.copyOf(dumps);
  }
}
