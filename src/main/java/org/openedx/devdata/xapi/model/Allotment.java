package org.openedx.devdata.xapi.model;

import java.util.Arrays;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.xapi.StatementType;

/**
 * Divides the types of a frame's statements among its visits: first what must stand together (a
 * change of mind, a problem with its questions), then the rest in random order, then what tells of
 * a grade to those who have it. Mutable, not thread-safe.
 */
final class Allotment {

  private static final int TRIES = 64;
  private static final StatementType[] TYPES = StatementType.values();
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
  private static final byte[] CHANGE = {UNREGISTERED, REGISTERED};
  private static final byte[] GROUP = {WHOLE, QUESTION, QUESTION, QUESTION};

  private final FramePlan plan;
  private final TypeSequence sequence;
  private final RandomStream stream;
  private final int[] counts = new int[TYPES.length];
  private byte[] types = new byte[4096];
  private byte[] rest = new byte[4096];
  private int size;
  private long key;
  private int draws;

  /**
   * @param sequence the types of the statements that the plan does not count for itself
   */
  Allotment(FramePlan plan, TypeSequence sequence, RandomStream stream) {
    this.plan = plan;
    this.sequence = sequence;
    this.stream = stream;
  }

  /** The type of a statement by its place among those of the frame's visits, in order. */
  StatementType at(int position) {
    return TYPES[types[position]];
  }

  /**
   * Allots the types of a frame.
   *
   * @param visits where each visit's statements begin and end, and who has passed
   */
  void fill(int frame, VisitPositions visits) {
    size = visits.size();
    key = stream.at(frame);
    draws = 0;
    if (types.length < size) {
      types = new byte[size * 2];
      rest = new byte[size * 2];
    }
    Arrays.fill(types, 0, size, FREE);
    Arrays.fill(counts, 0);
    counts[PASSED] = Math.min(size, plan.firstPasses(frame));
    counts[NOW_PASSED] = Math.min(size - counts[PASSED], plan.passes(frame));
    int room = size - counts[PASSED] - counts[NOW_PASSED];
    int groups = Math.min(room / GROUP.length, plan.groups(frame));
    room -= groups * GROUP.length;
    int changes = Math.min(room / CHANGE.length, plan.changes(frame));
    long ordinal = plan.drawnBefore(frame);
    for (int i = room - changes * CHANGE.length; i > 0; i--) {
      counts[sequence.at(ordinal++).ordinal()]++;
    }
    // A departure without a return would leave statements of someone who has left.
    together(CHANGE, changes, REGISTERED, visits);
    together(GROUP, groups, CHECKED, visits);
    shuffleRest();
    agree(visits);
  }

  /**
   * Puts statements that belong together into free stretches of visits.
   *
   * @param otherwise what is made in their stead where there is no such stretch
   */
  private void together(byte[] statements, int times, byte otherwise, VisitPositions visits) {
    for (int i = 0; i < times; i++) {
      int position = stretch(visits, statements.length);
      if (position >= 0) {
        System.arraycopy(statements, 0, types, position, statements.length);
      } else {
        counts[otherwise] += statements.length;
      }
    }
  }

  /** Finds a free stretch of a length within a visit, or -1. */
  private int stretch(VisitPositions visits, int length) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int visit = draw(visits.count());
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

  private void shuffleRest() {
    int left = 0;
    for (int type = 0; type < counts.length; type++) {
      Arrays.fill(rest, left, left + counts[type], (byte) type);
      left += counts[type];
    }
    for (int position = 0; position < size; position++) {
      if (types[position] == FREE) {
        int chosen = draw(left--);
        types[position] = rest[chosen];
        rest[chosen] = rest[left];
      }
    }
  }

  /**
   * Exchanges statements that tell of a grade which their learner does not have with others, of
   * somebody who has it.
   */
  private void agree(VisitPositions visits) {
    if (counts[PASSED] == 0 && counts[NOW_PASSED] == 0 && counts[NOW_FAILED] == 0) {
      return;
    }
    for (int visit = 0; visit < visits.count(); visit++) {
      boolean passing = visits.passing(visit);
      for (int position = visits.begin(visit); position < visits.end(visit); position++) {
        if (types[position] == (passing ? NOW_FAILED : PASSED)
            || types[position] == NOW_PASSED && !passing) {
          exchange(position, !passing, visits);
        }
      }
    }
  }

  /** Moves a statement to a visit of somebody who has passed, or has not. */
  private void exchange(int position, boolean passing, VisitPositions visits) {
    int start = draw(visits.count());
    for (int i = 0; i < visits.count(); i++) {
      int visit = (start + i) % visits.count();
      if (visits.passing(visit) == passing) {
        for (int other = visits.begin(visit); other < visits.end(visit); other++) {
          if (movable(types[other])) {
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

  private static boolean movable(byte type) {
    return type != PASSED
        && type != NOW_PASSED
        && type != NOW_FAILED
        && type != REGISTERED
        && type != UNREGISTERED
        && type != WHOLE
        && type != QUESTION;
  }

  private int draw(int bound) {
    return Draw.below(Draw.of(key, draws++), bound);
  }
}
