package org.openedx.devdata.xapi.model.script;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.calendar.Progress;

/**
 * Generates the statements of one visit: fills in the objects and results of its statements, of
 * which the types are given. Keeps what the visitor looks at, so that a pause follows its play and
 * an evaluation its attempt. Mutable, not thread-safe.
 */
public final class VisitScript {

  private final VideoScript video = new VideoScript();
  private final ProblemScript problem = new ProblemScript();
  private final ForumScript forum = new ForumScript();
  private final ExamScript exam = new ExamScript();
  private Outline outline;
  private JsonText mode;
  private double place;
  private int grade;
  private int sequential;
  private int tabs;
  private int tab;

  /**
   * Begins a visit.
   *
   * @param gradeSoFar the percent grade that the visitor has
   * @param at the place in the course, 0 to 1
   */
  public void begin(
      Outline ofRun, long key, JsonText enrolmentMode, double ability, int gradeSoFar, double at) {
    outline = ofRun;
    mode = enrolmentMode;
    grade = gradeSoFar;
    place = at;
    video.begin(outline, place);
    problem.begin(outline, place, ability);
    exam.begin(key);
    turnTo((int) (place * outline.count(BlockType.SEQUENTIAL)));
    tab = 1 + Draw.below(Draw.of(key, 6), tabs);
  }

  /** Makes the visit one in which problems are answered; see {@link ProblemScript#sit}. */
  public void sit(int first, int end, int answers) {
    problem.sit(first, end, answers);
  }

  public void fill(StatementData data, long bits) {
    switch (data.type.family()) {
      case COURSE -> course(data);
      case VIDEO -> video.fill(data, bits);
      case PROBLEM -> problem.fill(data, bits);
      case NAVIGATION -> navigation(data, bits);
      case FORUM -> forum.fill(outline, place, data, bits);
      case EXAM -> exam(data, bits);
    }
  }

  private void course(StatementData data) {
    data.raw = grade;
    data.max = 100;
    boolean enrolment =
        data.type == StatementType.REGISTERED || data.type == StatementType.UNREGISTERED;
    data.text = enrolment ? mode : Progress.classOf(grade);
  }

  private void navigation(StatementData data, long bits) {
    switch (data.type) {
      case NEXT_NAVIGATION -> {
        if (tab == tabs) {
          turnTo((sequential + 1) % outline.count(BlockType.SEQUENTIAL));
        }
        data.number = tab;
        tab = Math.min(tab + 1, tabs);
      }
      case PREVIOUS_NAVIGATION -> {
        data.number = tab;
        tab = Math.max(tab - 1, 1);
      }
      case TAB_SELECTED_NAVIGATION -> {
        data.number = tab;
        tab = 1 + Draw.below(bits, tabs);
        data.otherNumber = tab;
      }
      case SUBSECTION_GRADE_CALCULATED -> {
        data.max = 1 + Draw.below(blockKey(), 10);
        data.raw = Math.min(data.max, (data.max * Math.max(grade, 10) + 50) / 80);
        data.success = data.raw >= data.max;
      }
      default -> data.text = outline.sequentialText(sequential);
    }
    data.total = tabs;
    data.blockName = outline.idText(BlockType.SEQUENTIAL, sequential);
    block(data, blockKey());
  }

  private void exam(StatementData data, long bits) {
    exam.fill(data, blockKey(), bits);
    data.blockName = outline.idText(BlockType.SEQUENTIAL, sequential);
    block(data, blockKey());
  }

  private void turnTo(int index) {
    sequential = index;
    boolean empty = outline.count(BlockType.SEQUENTIAL) == 0;
    int verticals = empty ? 0 : outline.verticals(sequential);
    tabs = Math.max(1, verticals);
    tab = 1;
  }

  private long blockKey() {
    return outline.blockKey(BlockType.SEQUENTIAL, sequential);
  }

  static void block(StatementData data, long key) {
    data.blockHigh = Draw.of(key, 0);
    data.blockLow = Draw.of(key, 1);
  }
}
