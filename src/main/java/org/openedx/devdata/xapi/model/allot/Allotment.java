package org.openedx.devdata.xapi.model.allot;

import java.util.Arrays;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.xapi.StatementType;

/**
 * Divides the types of a frame's statements among its visits: first what must stand together (a
 * change of mind, a problem with its questions), then the rest in random order among the visits
 * that have what it needs, then what reports a grade to those who have it. Mutable, not
 * thread-safe.
 */
public final class Allotment {

  private static final int TRIES = 64;
  private static final StatementType[] TYPES = StatementType.values();
  private static final Need[] NEEDS = Need.values();
  private static final byte FREE = -1;
  private static final byte PASSED = (byte) StatementType.FIRST_TIME_PASSED.ordinal();
  private static final byte NOW_PASSED = (byte) StatementType.NOW_PASSED.ordinal();
  private static final byte NOW_FAILED = (byte) StatementType.NOW_FAILED.ordinal();
  private static final byte GRADED = (byte) StatementType.COURSE_GRADE_CALCULATED.ordinal();
  private static final byte REGISTERED = (byte) StatementType.REGISTERED.ordinal();
  private static final byte UNREGISTERED = (byte) StatementType.UNREGISTERED.ordinal();
  private static final byte WHOLE = (byte) StatementType.MULTI_QUESTION_PROBLEM_CHECK.ordinal();
  private static final byte QUESTION = (byte) StatementType.QUESTION_CHECK.ordinal();
  private static final byte CHECKED = (byte) StatementType.SERVER_PROBLEM_CHECK.ordinal();
  private static final byte CLICK = (byte) StatementType.BROWSER_PROBLEM_CHECK.ordinal();
  private static final byte STEP = (byte) StatementType.NEXT_NAVIGATION.ordinal();
  private static final byte[] CHANGE = {UNREGISTERED, REGISTERED};
  private static final byte[] GROUP = {WHOLE, QUESTION, QUESTION, QUESTION};

  /** By type, whether it says how an answer was marked; questions are counted as a whole. */
  private static final boolean[] ANSWERS = new boolean[TYPES.length];

  static {
    for (StatementType type : TYPES) {
      ANSWERS[type.ordinal()] = Need.answers(type) && type != StatementType.QUESTION_CHECK;
    }
  }

  private final FramePlan plan;
  private final TypeSequence sequence;
  private final RandomStream stream;
  private final int[] counts = new int[TYPES.length];
  private final VisitOrder order = new VisitOrder();
  private byte[] types = new byte[4096];
  private byte[] rest = new byte[4096];

  /** Visits that have what is needed. */
  private int[] chosen = new int[1024];

  private int size;
  private RandomStream ofFrame;
  private int draws;

  /**
   * @param sequence the types of the statements that the plan does not count for itself
   */
  public Allotment(FramePlan plan, TypeSequence sequence, RandomStream stream) {
    this.plan = plan;
    this.sequence = sequence;
    this.stream = stream;
  }

  /** The type of a statement by its place among those of the frame's visits, in order. */
  public StatementType at(int position) {
    return TYPES[types[position]];
  }

  /**
   * Allots the types of a frame.
   *
   * @param visits where each visit's statements begin and end, and who has passed
   */
  public void fill(int frame, VisitPositions visits) {
    size = visits.size();
    ofFrame = stream.derive(frame);
    draws = 0;
    if (types.length < size) {
      types = new byte[size * 2];
      rest = new byte[size * 2];
    }
    Arrays.fill(types, 0, size, FREE);
    Arrays.fill(counts, 0);
    int passes = Math.min(size, plan.firstPasses(frame));
    counts[NOW_PASSED] = Math.min(size - passes, plan.passes(frame));
    int room = size - passes - counts[NOW_PASSED];
    int groups = Math.min(room / GROUP.length, plan.groups(frame));
    room -= groups * GROUP.length;
    int changes = Math.min(room / CHANGE.length, plan.changes(frame));
    long ordinal = plan.drawnBefore(frame);
    for (int i = room - changes * CHANGE.length; i > 0; i--) {
      counts[sequence.at(ordinal++).ordinal()]++;
    }
    boolean plays = VisitOrder.playsSuffice(counts);
    counts[GRADED] += passes - passFirst(visits);
    boolean graded = counts[NOW_PASSED] + counts[NOW_FAILED] > 0;
    // A departure without a return would leave statements of a learner who has left.
    together(CHANGE, changes, REGISTERED, Need.NOTHING, visits);
    together(GROUP, groups, CHECKED, Need.SITTING, visits);
    for (Need need : NEEDS) {
      if (need == Need.NOTHING || !visits.allHave(need)) {
        scatter(need, visits);
      }
    }
    if (graded) {
      agree(visits);
    }
    order.arrange(types, visits, plays, this::draw);
  }

  /** Puts a first pass into each visit that is to have one; returns how many. */
  private int passFirst(VisitPositions visits) {
    int passed = 0;
    for (int visit = 0; visit < visits.count(); visit++) {
      if (visits.passesFirst(visit) && visits.passing(visit)) {
        types[visits.begin(visit) + draw(visits.end(visit) - visits.begin(visit))] = PASSED;
        passed++;
      }
    }
    return passed;
  }

  /** Number of statements of a stretch that say how an answer was marked, questions not counted. */
  public int answers(int begin, int end) {
    int answers = 0;
    for (int position = begin; position < end; position++) {
      answers += ANSWERS[types[position]] ? 1 : 0;
    }
    return answers;
  }

  /**
   * Puts statements that belong together into free stretches of visits.
   *
   * @param otherwise what is made in their stead where there is no such stretch
   */
  private void together(
      byte[] statements, int times, byte otherwise, Need need, VisitPositions visits) {
    int count = times == 0 ? 0 : choose(need, visits);
    for (int i = 0; i < times; i++) {
      int position = count == 0 ? -1 : stretch(visits, count, statements.length);
      if (position >= 0) {
        System.arraycopy(statements, 0, types, position, statements.length);
      } else {
        counts[otherwise] += statements.length;
      }
    }
  }

  /** Chooses the visits that have what is needed; returns how many. */
  private int choose(Need need, VisitPositions visits) {
    if (chosen.length < visits.count()) {
      chosen = new int[visits.count() * 2];
    }
    int count = 0;
    for (int visit = 0; visit < visits.count(); visit++) {
      if (need == Need.NOTHING || visits.has(visit, need)) {
        chosen[count++] = visit;
      }
    }
    return count;
  }

  /** Finds a free stretch of a length within a chosen visit, or -1. */
  private int stretch(VisitPositions visits, int count, int length) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int visit = chosen[draw(count)];
      int room = visits.end(visit) - visits.begin(visit) - length;
      if (room >= 0) {
        int position = visits.begin(visit) + draw(room + 1);
        int free = 0;
        while (free < length && types[position + free] == FREE) {
          free++;
        }
        if (free == length) {
          return position;
        }
      }
    }
    return -1;
  }

  /**
   * Scatters the statements that need something over the visits that have it. Where these are too
   * few, others are made in their stead: answers that are sent but never marked, or steps.
   */
  private void scatter(Need need, VisitPositions visits) {
    int wanted = gather(need);
    int count = wanted == 0 ? 0 : choose(need, visits);
    int seats = 0;
    for (int i = 0; i < count; i++) {
      for (int at = visits.begin(chosen[i]); at < visits.end(chosen[i]); at++) {
        seats += types[at] == FREE ? 1 : 0;
      }
    }
    int taken = Math.min(wanted, seats);
    counts[need == Need.SITTING ? CLICK : STEP] += wanted - taken;
    for (int i = 0; i < count && taken > 0; i++) {
      int end = visits.end(chosen[i]);
      for (int at = visits.begin(chosen[i]); at < end; at++) {
        if (types[at] == FREE) {
          if (seats == taken || draw(seats) < taken) {
            int one = draw(taken--);
            types[at] = rest[one];
            rest[one] = rest[taken];
          }
          seats--;
        }
      }
    }
  }

  /** Takes the statements that need something; those that can best be spared come last. */
  private int gather(Need need) {
    int wanted = 0;
    for (int type = counts.length - 1; type >= 0; type--) {
      if (counts[type] > 0 && need.of(TYPES[type])) {
        Arrays.fill(rest, wanted, wanted + counts[type], (byte) type);
        wanted += counts[type];
        counts[type] = 0;
      }
    }
    return wanted;
  }

  /**
   * Exchanges statements that report a grade which their learner does not have with others, of a
   * learner who has it.
   */
  private void agree(VisitPositions visits) {
    for (int visit = 0; visit < visits.count(); visit++) {
      int end = visits.end(visit);
      for (int position = visits.begin(visit); position < end; position++) {
        byte type = types[position];
        if (type == NOW_PASSED || type == NOW_FAILED) {
          boolean passing = visits.passing(visit);
          if (passing == (type == NOW_FAILED)) {
            exchange(position, visits.has(visit, Need.SITTING), !passing, visits);
          }
        }
      }
    }
  }

  /**
   * Moves a statement to a visit of a learner who has passed, or has not.
   *
   * @param sits whether it is in a sitting now
   */
  private void exchange(int position, boolean sits, boolean passing, VisitPositions visits) {
    int start = draw(visits.count());
    for (int i = 0; i < visits.count(); i++) {
      int visit = (start + i) % visits.count();
      if (visits.passing(visit) == passing) {
        for (int other = visits.begin(visit); other < visits.end(visit); other++) {
          StatementType type = TYPES[types[other]];
          if (Need.isFree(type, visits) || sits && Need.isAlone(type)) {
            byte moved = types[position];
            types[position] = types[other];
            types[other] = moved;
            return;
          }
        }
      }
    }
    types[position] = GRADED;
  }

  private int draw(int bound) {
    return Draw.below(ofFrame.at(draws++), bound);
  }
}
