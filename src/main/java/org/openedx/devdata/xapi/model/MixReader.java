package org.openedx.devdata.xapi.model;

import java.util.EnumSet;
import java.util.List;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.Learners;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.CourseText;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.allot.Allotment;
import org.openedx.devdata.xapi.model.allot.Need;
import org.openedx.devdata.xapi.model.allot.VisitPositions;
import org.openedx.devdata.xapi.model.calendar.Progress;
import org.openedx.devdata.xapi.model.script.VisitScript;

/**
 * Goes through the entries of a frame and generates the statements of each visit. Mutable, not
 * thread-safe.
 */
final class MixReader implements FrameReader, VisitPositions {

  private final List<CourseRun> runs;
  private final List<Outline> outlines;
  private final Learners learners;
  private final List<CourseText> courses;
  private final Schedule schedule;
  private final Sittings sittings;
  private final EnumSet<Need> everywhere;
  private final Allotment allotment;
  private final Entries entries = new Entries();
  private final VisitScript script = new VisitScript();

  /** Entry of each visit, and where its statements begin; one more at the end. */
  private int[] visits = new int[1024];

  private int[] begins = new int[1024];

  /** True when each visit is a sitting. */
  private boolean[] sits = new boolean[1024];

  private int visitCount;

  private int entry;
  private int visit;
  private int made;
  private int toMake;
  private long lastMicros;

  MixReader(
      World world,
      List<CourseText> courses,
      Schedule schedule,
      Sittings sittings,
      Allotment allotment) {
    this.runs = world.runs();
    this.outlines = world.runs().stream().map(CourseRun::outline).toList();
    this.learners = world.learners();
    this.courses = courses;
    this.schedule = schedule;
    this.sittings = sittings;
    this.everywhere = EnumSet.allOf(Need.class);
    everywhere.removeIf(need -> !outlines.stream().allMatch(need::isMetBy));
    this.allotment = allotment;
  }

  @Override
  public void open(int frame) {
    schedule.fill(frame, entries);
    if (begins.length <= entries.count()) {
      visits = new int[entries.count() * 2];
      begins = new int[entries.count() * 2];
      sits = new boolean[entries.count() * 2];
    }
    visitCount = 0;
    int position = 0;
    for (int i = 0; i < entries.count(); i++) {
      if (entries.kind(i) == Entries.VISIT) {
        visits[visitCount] = i;
        sits[visitCount] = entries.stretch(i) != Entries.NONE;
        begins[visitCount++] = position;
        position += entries.length(i);
      }
    }
    begins[visitCount] = position;
    allotment.fill(frame, this);
    entry = -1;
    visit = -1;
    made = 0;
    toMake = 0;
  }

  @Override
  public boolean next(StatementData data) {
    if (made == toMake) {
      if (++entry >= entries.count()) {
        return false;
      }
      begin(data);
    }
    if (entries.kind(entry) == Entries.VISIT) {
      data.type = allotment.at(begins[visit] + made);
      if (data.type != StatementType.QUESTION_CHECK) {
        // The questions of a problem have the time of the whole.
        data.micros = moment(made);
      }
      script.fill(data, Draw.of(entries.key(entry), 256 + made));
    }
    made++;
    return true;
  }

  private void begin(StatementData data) {
    int index = entries.run(entry);
    CourseRun run = runs.get(index);
    int place = entries.place(entry);
    int learner = run.roster().learner(place);
    long key = entries.key(entry);
    made = 0;
    toMake = 1;
    data.course = courses.get(index);
    data.courseIndex = index;
    data.accountHigh = learners.accountHigh(learner);
    data.accountLow = learners.accountLow(learner);
    data.sessionHigh = Draw.of(key, 4);
    data.sessionLow = Draw.of(key, 5);
    data.blockName = null;
    data.text = schedule.calendar(index).mode(place);
    switch (entries.kind(entry)) {
      case Entries.REGISTERED -> data.type = StatementType.REGISTERED;
      case Entries.UNREGISTERED -> data.type = StatementType.UNREGISTERED;
      default -> {
        visit++;
        toMake = entries.length(entry);
        lastMicros = 0;
        visit(run, learner, key, data.text);
      }
    }
    data.micros = entries.start(entry);
    if (entries.kind(entry) != Entries.VISIT) {
      data.sessionHigh = Draw.of(data.accountHigh ^ data.micros, 4);
      data.sessionLow = Draw.of(data.accountLow ^ data.micros, 5);
    }
  }

  private void visit(CourseRun run, int learner, long key, JsonText mode) {
    Outline outline = outlines.get(run.index());
    double ability = learners.ability(learner);
    double reached = reached(run, learner, entry);
    int grade = Progress.grade(ability, reached);
    int stretch = entries.stretch(entry);
    if (stretch == Entries.NONE) {
      script.begin(outline, key, mode, ability, grade, Progress.near(reached, Draw.of(key, 3)));
      return;
    }
    int first = sittings.first(run.index(), stretch);
    double place = (first + 0.5) / outline.count(BlockType.PROBLEM);
    script.begin(outline, key, mode, ability, grade, Math.min(place, 0.9999));
    script.sit(
        first,
        sittings.end(run.index(), stretch),
        allotment.answers(begins[visit], begins[visit + 1]));
  }

  /**
   * The time of a statement of the visit: odd microseconds with the entry as residue, so that no
   * two statements of the frame's visits share one.
   */
  private long moment(int index) {
    long start = entries.start(entry);
    long span = entries.end(entry) - start;
    double jitter = Draw.unit(Draw.of(entries.key(entry), 128 + index));
    long unit = 2L * entries.count();
    long raw = start + (long) (span * ((index + jitter) / toMake));
    long micros = (raw / unit + 1) * unit + 2L * entry + 1;
    lastMicros = Math.max(micros, lastMicros + unit);
    return lastMicros;
  }

  private double reached(CourseRun run, int learner, int entryIndex) {
    double life = schedule.calendar(run.index()).life(entries.start(entryIndex));
    return Progress.place(learners.pace(learner), life);
  }

  @Override
  public boolean has(int index, Need need) {
    return need == Need.SITTING
        ? sits[index]
        : need.isMetBy(outlines.get(entries.run(visits[index])));
  }

  @Override
  public boolean allHave(Need need) {
    return everywhere.contains(need);
  }

  @Override
  public int count() {
    return visitCount;
  }

  @Override
  public int size() {
    return begins[visitCount];
  }

  @Override
  public int begin(int index) {
    return begins[index];
  }

  @Override
  public int end(int index) {
    return begins[index + 1];
  }

  @Override
  public boolean passesFirst(int index) {
    return entries.passes(visits[index]);
  }

  @Override
  public boolean passing(int index) {
    int entryIndex = visits[index];
    CourseRun run = runs.get(entries.run(entryIndex));
    int learner = run.roster().learner(entries.place(entryIndex));
    return Progress.passing(learners.ability(learner), reached(run, learner, entryIndex));
  }
}
